package io.liasse.store.plan;

import io.liasse.store.Entries;
import io.liasse.store.InvalidInput;
import io.liasse.store.party.PartyId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure as people say it.
 *
 * @param what 1 to {@value #LONGEST} characters
 * @param who takes part in the case
 * @param place at most {@value #LONGEST} characters
 * @param how at most {@value #LONGEST_TEXT} characters
 * @param endsOn not before {@code startsOn}
 */
public record NewMeasure(
        String what,
        @Nullable PartyId who,
        @Nullable String place,
        @Nullable String how,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Cost cost,
        MeasureState state) {
    public static final int LONGEST = 300;
    public static final int LONGEST_TEXT = 2000;

    public NewMeasure {
        what = Entries.wanted("what", what, LONGEST);
        place = Entries.allowed("place", place, LONGEST);
        how = Entries.allowed("how", how, LONGEST_TEXT);
        Entries.likely("startsOn", startsOn);
        Entries.likely("endsOn", endsOn);
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            throw new InvalidInput("endsOn", "is before the start");
        }
    }
}
