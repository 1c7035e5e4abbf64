package io.liasse.store.awaited;

import io.liasse.store.InvalidInput;
import io.liasse.store.party.PartyId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something to wait for.
 *
 * @param what 1 to {@value #LONGEST} characters
 * @param askedOn today when null
 */
public record NewAwaited(
        String what,
        @Nullable PartyId from,
        @Nullable String type,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate dueOn) {
    public static final int LONGEST = 200;

    /** Further away is a slip of the keyboard. */
    private static final int YEARS = 100;

    public NewAwaited {
        if (what.isBlank() || what.strip().length() > LONGEST) {
            throw new InvalidInput("what", "must have 1 to " + LONGEST + " characters");
        }
        what = what.strip();
        checkDate("askedOn", askedOn);
        checkDate("dueOn", dueOn);
    }

    private static void checkDate(String field, @Nullable LocalDate date) {
        if (date != null && Math.abs(date.getYear() - 2000) > YEARS) {
            throw new InvalidInput(field, "is not a likely date");
        }
    }
}
