package io.liasse.caseapi.casework.plan;

import io.liasse.store.party.Party;
import io.liasse.store.plan.Attainment;
import io.liasse.store.plan.Cost;
import io.liasse.store.plan.Goal;
import io.liasse.store.plan.GoalLevel;
import io.liasse.store.plan.GoalState;
import io.liasse.store.plan.Horizon;
import io.liasse.store.plan.Indicator;
import io.liasse.store.plan.Measure;
import io.liasse.store.plan.MeasureState;
import io.liasse.store.plan.PlanContent;
import io.liasse.store.plan.PlanDifference;
import io.liasse.store.plan.PlanVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a case.
 *
 * @param goals each followed by those under it
 * @param tScore goal attainment in one number, 50 as expected; null until a goal is assessed
 * @param agreed the version agreed last
 * @param sinceAgreed what differs from it now
 */
record PlanJson(
        List<GoalJson> goals,
        @Nullable Double tScore,
        @Nullable VersionJson agreed,
        List<PlanDifference> sinceAgreed) {
    static PlanJson of(PlanContent plan, @Nullable PlanVersion agreed, List<PlanDifference> since) {
        OptionalDouble score = Attainment.tScore(plan.goals());
        return new PlanJson(
                goals(plan),
                score.isPresent() ? rounded(score.getAsDouble()) : null,
                agreed == null ? null : VersionJson.of(agreed),
                since);
    }

    static List<GoalJson> goals(PlanContent plan) {
        return plan.goals().stream()
                .map(each -> GoalJson.of(each, plan.measuresOf(each.id())))
                .toList();
    }

    private static double rounded(double score) {
        return Math.round(score * 10) / 10.0;
    }

    /** {@code start} and {@code target} in {@code unit}. */
    record IndicatorJson(String text, @Nullable String unit, BigDecimal start, BigDecimal target) {
        static @Nullable IndicatorJson of(@Nullable Indicator indicator) {
            return indicator == null
                    ? null
                    : new IndicatorJson(indicator.text(), indicator.unit(), indicator.start(), indicator.target());
        }
    }

    /** How a goal ended; {@code attained} from -2 to 2, null when it was given up. */
    record EndingJson(@Nullable Integer attained, @Nullable String explanation, String by, Instant at) {
        static @Nullable EndingJson of(Goal.@Nullable Ending ending) {
            return ending == null
                    ? null
                    : new EndingJson(ending.attained(), ending.explanation(), ending.by(), ending.at());
        }
    }

    /**
     * A goal.
     *
     * @param percent hundredths of the way from start to target; null when nothing was measured
     */
    record GoalJson(
            UUID id,
            @Nullable UUID parent,
            GoalLevel level,
            String what,
            @Nullable String need,
            Horizon horizon,
            int priority,
            @Nullable LocalDate dueOn,
            @Nullable IndicatorJson indicator,
            @Nullable BigDecimal current,
            @Nullable LocalDate measuredOn,
            @Nullable Integer percent,
            @Nullable String conflict,
            @Nullable String settlement,
            GoalState state,
            @Nullable EndingJson ending,
            List<MeasureJson> measures,
            long version) {
        static GoalJson of(Goal goal, List<Measure> measures) {
            OptionalInt percent = goal.percent();
            return new GoalJson(
                    goal.id().value(),
                    goal.parent() == null ? null : goal.parent().value(),
                    goal.level(),
                    goal.what(),
                    goal.need(),
                    goal.horizon(),
                    goal.priority(),
                    goal.dueOn(),
                    IndicatorJson.of(goal.indicator()),
                    goal.current(),
                    goal.measuredOn(),
                    percent.isPresent() ? percent.getAsInt() : null,
                    goal.conflict(),
                    goal.settlement(),
                    goal.state(),
                    EndingJson.of(goal.ending()),
                    measures.stream().map(MeasureJson::of).toList(),
                    goal.version());
        }
    }

    /** Somebody who takes part in the case, or did. */
    record PersonJson(UUID id, String name) {
        static PersonJson of(Party party) {
            return new PersonJson(party.id().value(), party.name());
        }
    }

    record CostJson(BigDecimal amount, String currency) {
        static @Nullable CostJson of(@Nullable Cost cost) {
            return cost == null
                    ? null
                    : new CostJson(cost.amount(), cost.currency().getCurrencyCode());
        }
    }

    record MeasureJson(
            UUID id,
            UUID goal,
            String what,
            @Nullable PersonJson who,
            @Nullable String place,
            @Nullable String how,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable CostJson cost,
            MeasureState state,
            long version) {
        static MeasureJson of(Measure measure) {
            return new MeasureJson(
                    measure.id().value(),
                    measure.goal().value(),
                    measure.what(),
                    measure.who() == null ? null : PersonJson.of(measure.who()),
                    measure.place(),
                    measure.how(),
                    measure.startsOn(),
                    measure.endsOn(),
                    CostJson.of(measure.cost()),
                    measure.state(),
                    measure.version());
        }
    }

    /** A version of the plan that was agreed. */
    record VersionJson(
            int number,
            String reason,
            LocalDate agreedOn,
            List<PersonJson> agreed,
            @Nullable LocalDate reviewOn,
            String settledBy,
            Instant settledAt) {
        static VersionJson of(PlanVersion version) {
            return new VersionJson(
                    version.number(),
                    version.reason(),
                    version.agreedOn(),
                    version.agreed().stream().map(PersonJson::of).toList(),
                    version.reviewOn(),
                    version.settledBy(),
                    version.settledAt());
        }
    }

    /** A version with what it says, and what differs from the version asked for, by default the one before. */
    record KeptJson(VersionJson version, List<GoalJson> goals, List<PlanDifference> differences) {}
}
