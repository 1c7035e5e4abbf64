package io.liasse.store.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goals and measures, as they are or as they were agreed.
 *
 * @param goals each followed by those under it; among equals the first priority first, then the older
 * @param measures in the order they were added
 */
public record PlanContent(List<Goal> goals, List<Measure> measures) {
    private static final Comparator<Goal> ORDER = Comparator.comparingInt(Goal::priority)
            .thenComparing(each -> each.id().toString());

    public PlanContent {
        List<Goal> all = List.copyOf(goals);
        goals = under(null, all).toList();
        measures = List.copyOf(measures);
    }

    private static Stream<Goal> under(@Nullable Goal parent, List<Goal> all) {
        GoalId id = parent == null ? null : parent.id();
        return all.stream()
                .filter(each -> id == null ? each.parent() == null : id.equals(each.parent()))
                .sorted(ORDER)
                .flatMap(each -> Stream.concat(Stream.of(each), under(each, all)));
    }

    /** The measures for one goal itself. */
    public List<Measure> measuresOf(GoalId goal) {
        return measures.stream().filter(each -> each.goal().equals(goal)).toList();
    }

    public boolean isEmpty() {
        return goals.isEmpty();
    }
}
