package io.liasse.caseapi.casework.consent;

import io.liasse.caseapi.casework.consent.ConsentJson.PersonJson;
import io.liasse.store.consent.ConsentId;
import io.liasse.store.consent.DataCategory;
import io.liasse.store.consent.Disclosure;
import io.liasse.store.consent.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who was told what; {@code basis} says why where {@code consents}, by id, do not cover all of it. */
record DisclosureJson(
        UUID id,
        PersonJson to,
        String what,
        Set<DataCategory> categories,
        Way way,
        LocalDate on,
        @Nullable String basis,
        @Nullable UUID document,
        List<UUID> consents,
        String notedBy,
        Instant notedAt) {
    static DisclosureJson of(Disclosure disclosure) {
        return new DisclosureJson(
                disclosure.id().value(),
                PersonJson.of(disclosure.to()),
                disclosure.what(),
                new TreeSet<>(disclosure.categories()),
                disclosure.way(),
                disclosure.on(),
                disclosure.basis(),
                disclosure.document() == null ? null : disclosure.document().value(),
                disclosure.under().stream().map(ConsentId::value).toList(),
                disclosure.notedBy(),
                disclosure.notedAt());
    }
}
