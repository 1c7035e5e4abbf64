package io.liasse.caseapi.cases;

import io.liasse.caseapi.cases.PartyJson.IdentifierJson;
import io.liasse.store.InvalidInput;
import io.liasse.store.party.NewParty;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyIdentifier;
import io.liasse.store.party.PartyKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a party is made of, or changed to: a person unless {@code kind} says otherwise. */
record NewPartyJson(
        @Nullable PartyKind kind,
        @Nullable String name,
        @Nullable LocalDate birthDate,
        @Nullable String language,
        @Nullable String place,
        @Nullable List<IdentifierJson> identifiers) {
    private static final Set<String> LANGUAGES = Set.of("fr", "de", "it", "en");

    NewPartyJson {
        if (language != null && !LANGUAGES.contains(language)) {
            throw new InvalidInput("language", "must be one of fr, de, it, en");
        }
    }

    NewParty party() {
        if (name == null) {
            throw new InvalidInput("name", "is missing");
        }
        return new NewParty(
                kind == null ? PartyKind.PERSON : kind, name.strip(), birthDate, language, place, identifierList());
    }

    /** The party with what is said here instead of what it had. */
    Party applied(Party known, long version) {
        return new Party(
                known.id(),
                kind == null ? known.kind() : kind,
                name == null ? known.name() : party().name(),
                birthDate == null ? known.birthDate() : birthDate,
                language == null ? known.language() : language,
                place == null ? known.place() : place,
                identifiers == null ? known.identifiers() : identifierList(),
                version);
    }

    private List<PartyIdentifier> identifierList() {
        return identifiers == null
                ? List.of()
                : identifiers.stream().map(IdentifierJson::identifier).toList();
    }
}
