package io.liasse.store.party;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person or organisation.
 *
 * @param name family name first for persons ({@code Meier Anna})
 * @param language fr, de, it or en
 */
public record Party(
        PartyId id,
        PartyKind kind,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String language,
        @Nullable String place,
        List<PartyIdentifier> identifiers,
        long version) {
    public Party {
        identifiers = List.copyOf(identifiers);
    }
}
