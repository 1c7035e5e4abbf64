package io.liasse.caseapi.cases;

import io.liasse.caseapi.cases.PartyJson.IdentifierJson;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.party.Parties;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyId;
import io.liasse.store.party.PartyKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone to take part in a case: one who is known, by {@code id}, or a new party. {@code role} is a key such as client,
 * representative, physician, insurer, employer; client when it is not said.
 */
record NewParticipantJson(
        @Nullable UUID id,
        @Nullable String role,
        @Nullable PartyKind kind,
        @Nullable String name,
        @Nullable LocalDate birthDate,
        @Nullable String language,
        @Nullable String place,
        @Nullable List<IdentifierJson> identifiers) {
    NewParticipant participant(Parties parties, Viewer by) {
        return new NewParticipant(party(parties, by).id(), role == null ? "client" : role);
    }

    private Party party(Parties parties, Viewer by) {
        if (id == null) {
            return parties.create(new NewPartyJson(kind, name, birthDate, language, place, identifiers).party(), by);
        }
        return parties.find(new PartyId(id), by).orElseThrow(() -> new InvalidInput("parties", id + " is not known"));
    }
}
