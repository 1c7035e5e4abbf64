package io.liasse.caseapi.cases;

import io.liasse.store.party.Party;
import io.liasse.store.party.PartyIdentifier;
import io.liasse.store.party.PartyKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person (family name first) or an organisation. {@code version} is that of the entity tag. */
record PartyJson(
        UUID id,
        PartyKind kind,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String language,
        @Nullable String place,
        List<IdentifierJson> identifiers,
        long version) {
    /** A number or address by which a party is known; schemes: ahv, uid, iban, email, phone, policy, customer and others. */
    record IdentifierJson(String scheme, String value) {
        static IdentifierJson of(PartyIdentifier identifier) {
            return new IdentifierJson(identifier.scheme(), identifier.value());
        }

        PartyIdentifier identifier() {
            return new PartyIdentifier(scheme, value);
        }
    }

    static PartyJson of(Party party) {
        return new PartyJson(
                party.id().value(),
                party.kind(),
                party.name(),
                party.birthDate(),
                party.language(),
                party.place(),
                party.identifiers().stream().map(IdentifierJson::of).toList(),
                party.version());
    }
}
