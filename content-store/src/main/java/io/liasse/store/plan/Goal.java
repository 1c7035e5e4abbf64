package io.liasse.store.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reached in a case.
 *
 * @param parent the goal it serves; null for a main goal
 * @param need the need it answers, and why
 * @param priority 1 is first, 3 last
 * @param current what was measured last, in the unit of the indicator
 * @param conflict with what or with whose wishes it conflicts
 * @param settlement how the conflict was settled
 * @param ending how it ended; null while it is open
 */
public record Goal(
        GoalId id,
        @Nullable GoalId parent,
        GoalLevel level,
        String what,
        @Nullable String need,
        Horizon horizon,
        int priority,
        @Nullable LocalDate dueOn,
        @Nullable Indicator indicator,
        @Nullable BigDecimal current,
        @Nullable LocalDate measuredOn,
        @Nullable String conflict,
        @Nullable String settlement,
        GoalState state,
        @Nullable Ending ending,
        long version) {
    /**
     * How a goal ended.
     *
     * @param attained of a goal that was assessed, on the scale of goal attainment scaling: -2 much less than expected, -1
     *     less, 0 as expected, 1 more, 2 much more; null for one that was given up
     * @param explanation why it was given up or differs from what was expected
     * @param by display name
     */
    public record Ending(
            @Nullable Integer attained, @Nullable String explanation, String by, Instant at) {}

    public boolean open() {
        return state == GoalState.OPEN;
    }

    public boolean overdue(LocalDate today) {
        return open() && dueOn != null && dueOn.isBefore(today);
    }

    /** Hundredths of the way to the target; empty when nothing says how far it is. */
    public OptionalInt percent() {
        return indicator == null || current == null ? OptionalInt.empty() : OptionalInt.of(indicator.percent(current));
    }
}
