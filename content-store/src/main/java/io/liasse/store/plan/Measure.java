package io.liasse.store.plan;

import io.liasse.store.party.Party;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is done for a goal: what, who, where, when, how and at what cost.
 *
 * @param who does it
 */
public record Measure(
        MeasureId id,
        GoalId goal,
        String what,
        @Nullable Party who,
        @Nullable String place,
        @Nullable String how,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Cost cost,
        MeasureState state,
        long version) {
    /** Whether it should have ended before {@code today}. */
    public boolean overdue(LocalDate today) {
        boolean going = state == MeasureState.PLANNED || state == MeasureState.RUNNING;
        return going && endsOn != null && endsOn.isBefore(today);
    }
}
