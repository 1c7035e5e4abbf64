package io.liasse.store.plan;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Goal attainment of a whole plan in one number: the T-score of Kiresuk and Sherman, Community Mental Health Journal 4 (1968),
 * 443–453. 50 means that on the whole what was expected was attained; goals of priority 1, 2 and 3 weigh 3, 2 and 1.
 */
public final class Attainment {
    /** What the authors assume the goals of one person to correlate by. */
    private static final double CORRELATION = 0.3;

    private Attainment() {}

    /** Over all goals that were assessed; empty when none was. */
    public static OptionalDouble tScore(List<Goal> goals) {
        double weighted = 0;
        double sum = 0;
        double squares = 0;
        for (Goal goal : goals) {
            Integer attained = attained(goal);
            if (attained != null) {
                double weight = 4 - goal.priority();
                weighted += weight * attained;
                sum += weight;
                squares += weight * weight;
            }
        }
        double spread = Math.sqrt((1 - CORRELATION) * squares + CORRELATION * sum * sum);
        return spread == 0 ? OptionalDouble.empty() : OptionalDouble.of(50 + 10 * weighted / spread);
    }

    private static @Nullable Integer attained(Goal goal) {
        return goal.ending() == null ? null : goal.ending().attained();
    }
}
