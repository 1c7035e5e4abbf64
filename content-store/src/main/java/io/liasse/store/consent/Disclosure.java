package io.liasse.store.consent;

import io.liasse.store.document.DocumentId;
import io.liasse.store.party.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who was told what, when.
 *
 * @param basis why it was told without a consent for all of it
 * @param under the consents that held for it
 * @param notedBy the name of who noted it
 */
public record Disclosure(
        DisclosureId id,
        Party to,
        String what,
        Set<DataCategory> categories,
        Way way,
        LocalDate on,
        @Nullable String basis,
        @Nullable DocumentId document,
        List<ConsentId> under,
        String notedBy,
        Instant notedAt) {
    public Disclosure {
        categories = Collections.unmodifiableSet(new TreeSet<>(categories));
        under = List.copyOf(under);
    }
}
