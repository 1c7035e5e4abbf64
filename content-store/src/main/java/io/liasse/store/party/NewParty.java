package io.liasse.store.party;

import io.liasse.store.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a party is made of; see {@link Party}. */
public record NewParty(
        PartyKind kind,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String language,
        @Nullable String place,
        List<PartyIdentifier> identifiers) {
    public NewParty {
        identifiers = List.copyOf(identifiers);
        if (name.isBlank() || name.length() > 200) {
            throw new InvalidInput("name", "must have 1 to 200 characters");
        }
    }
}
