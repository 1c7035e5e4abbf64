package io.liasse.store.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A goal or measure that differs between two versions of a plan. How far it is does not count: values measured and how a
 * goal ended change every day, what was agreed does not.
 *
 * @param title of the goal or measure, as it is in the later version that has it
 * @param fields those that differ, when it is in both
 */
public record PlanDifference(Kind kind, Part part, String title, List<Field> fields) {
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public enum Part {
        GOAL,
        MEASURE
    }

    /**
     * One field of both.
     *
     * @param name as in REST
     * @param before dates and numbers as ISO 8601 and plain digits; null for none
     */
    public record Field(
            String name, @Nullable String before, @Nullable String after) {}

    public PlanDifference {
        fields = List.copyOf(fields);
    }

    private record Shown(String name, Function<Object, @Nullable Object> value) {}

    private static <T> Shown shown(Class<T> type, String name, Function<T, @Nullable Object> value) {
        return new Shown(name, each -> value.apply(type.cast(each)));
    }

    private static Shown goal(String name, Function<Goal, @Nullable Object> value) {
        return shown(Goal.class, name, value);
    }

    private static Shown indicator(String name, Function<Indicator, @Nullable Object> value) {
        return goal(name, each -> each.indicator() == null ? null : value.apply(each.indicator()));
    }

    private static Shown measure(String name, Function<Measure, @Nullable Object> value) {
        return shown(Measure.class, name, value);
    }

    private static final List<Shown> OF_GOALS = List.of(
            goal("what", Goal::what),
            goal("need", Goal::need),
            goal("horizon", Goal::horizon),
            goal("priority", Goal::priority),
            goal("dueOn", Goal::dueOn),
            indicator("indicator", Indicator::text),
            indicator("unit", Indicator::unit),
            indicator("start", each -> each.start().toPlainString()),
            indicator("target", each -> each.target().toPlainString()),
            goal("conflict", Goal::conflict),
            goal("settlement", Goal::settlement),
            goal("givenUp", each -> each.state() == GoalState.GIVEN_UP ? "true" : null));

    private static final List<Shown> OF_MEASURES = List.of(
            measure("what", Measure::what),
            measure("who", each -> each.who() == null ? null : each.who().name()),
            measure("place", Measure::place),
            measure("how", Measure::how),
            measure("startsOn", Measure::startsOn),
            measure("endsOn", Measure::endsOn),
            measure(
                    "cost",
                    each -> each.cost() == null
                            ? null
                            : each.cost().currency() + " "
                                    + each.cost().amount().toPlainString()),
            measure("givenUp", each -> each.state() == MeasureState.GIVEN_UP ? "true" : null));

    /** What differs: goals first, in the order of the later plan; what is no longer there at the end of each part. */
    public static List<PlanDifference> between(PlanContent before, PlanContent after) {
        return Stream.concat(
                        parts(Part.GOAL, before.goals(), after.goals(), Goal::id, Goal::what, OF_GOALS),
                        parts(
                                Part.MEASURE,
                                before.measures(),
                                after.measures(),
                                Measure::id,
                                Measure::what,
                                OF_MEASURES))
                .toList();
    }

    private static <T> Stream<PlanDifference> parts(
            Part part,
            List<T> before,
            List<T> after,
            Function<T, Object> id,
            Function<T, String> title,
            List<Shown> shown) {
        Map<Object, T> old = before.stream().collect(Collectors.toMap(id, each -> each));
        Map<Object, T> present = after.stream().collect(Collectors.toMap(id, each -> each));
        Stream<PlanDifference> now = after.stream().flatMap(each -> {
            T was = old.get(id.apply(each));
            if (was == null) {
                return Stream.of(new PlanDifference(Kind.ADDED, part, title.apply(each), List.of()));
            }
            List<Field> fields = fields(was, each, shown);
            return fields.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new PlanDifference(Kind.CHANGED, part, title.apply(each), fields));
        });
        Stream<PlanDifference> gone = before.stream()
                .filter(each -> !present.containsKey(id.apply(each)))
                .map(each -> new PlanDifference(Kind.REMOVED, part, title.apply(each), List.of()));
        return Stream.concat(now, gone);
    }

    private static List<Field> fields(Object before, Object after, List<Shown> shown) {
        return shown.stream()
                .map(each -> new Field(
                        each.name(),
                        text(each.value().apply(before)),
                        text(each.value().apply(after))))
                .filter(each -> !Objects.equals(each.before(), each.after()))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof Enum<?> term ? term.name().toLowerCase(Locale.ROOT) : Objects.toString(value, null);
    }
}
