package io.liasse.store.awaited;

import io.liasse.store.Entries;
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

    public NewAwaited {
        what = Entries.wanted("what", what, LONGEST);
        Entries.likely("askedOn", askedOn);
        Entries.likely("dueOn", dueOn);
    }
}
