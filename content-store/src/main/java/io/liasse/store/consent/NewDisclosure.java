package io.liasse.store.consent;

import io.liasse.store.Entries;
import io.liasse.store.document.DocumentId;
import io.liasse.store.party.PartyId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that was told, as it is noted.
 *
 * @param what 1 to {@value #LONGEST} characters
 * @param categories of data that it holds, at least one
 * @param basis why it may be told without a consent for all of it; null where there is one
 * @param document filed in the case, which was handed over
 */
public record NewDisclosure(
        PartyId to,
        String what,
        Set<DataCategory> categories,
        Way way,
        LocalDate on,
        @Nullable String basis,
        @Nullable DocumentId document) {
    public static final int LONGEST = 500;

    public NewDisclosure {
        what = Entries.wanted("what", what, LONGEST);
        categories = NewConsent.chosen(categories);
        Entries.likely("on", on);
        basis = Entries.allowed("basis", basis, LONGEST);
    }
}
