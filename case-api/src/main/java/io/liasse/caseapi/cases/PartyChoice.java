package io.liasse.caseapi.cases;

import io.liasse.store.party.NewParty;
import io.liasse.store.party.PartyId;
import io.liasse.store.party.PartyIdentifier;
import io.liasse.store.party.PartyKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The part of a form that names a party: one that is known, a new one, or none.
 *
 * @param choice id of a known party, {@value #NEW}, or null for none
 * @param look what known parties were looked for by
 * @param birthDate ISO date, as date fields send it
 */
public record PartyChoice(
        @Nullable String choice,
        @Nullable String look,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String birthDate,
        @Nullable String place,
        @Nullable String scheme,
        @Nullable String identifier) {
    public static final String NEW = "new";

    private static final int SHORTEST_NAME = 2;

    /** Kinds of identifiers a form offers, the most telling first. */
    static final List<String> SCHEMES = List.of("ahv", "policy", "customer", "email", "phone", "uid", "iban");

    public static final PartyChoice NONE = new PartyChoice(null, null, null, null, null, null, null, null);

    public boolean isNew() {
        return NEW.equals(choice);
    }

    public Optional<PartyId> known() {
        if (choice == null || isNew()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PartyId.of(choice));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    public PartyKind partyKind() {
        return PartyKind.ORGANISATION.name().equals(kind) ? PartyKind.ORGANISATION : PartyKind.PERSON;
    }

    /** Rejects what cannot be used; {@code errors} stands at the form that holds this under {@code party}. */
    public void check(Errors errors) {
        if (choice != null && !isNew() && known().isEmpty()) {
            errors.rejectValue("party.choice", "cases.problem.party");
        }
        if (isNew() && (name == null || name.length() > 200)) {
            errors.rejectValue("party.name", "cases.problem.name");
        }
        if (isNew() && birthDate != null && date().isEmpty()) {
            errors.rejectValue("party.birthDate", "cases.problem.date");
        }
        if (isNew() && identifier != null && identifier.length() > 200) {
            errors.rejectValue("party.identifier", "cases.problem.identifier");
        }
    }

    public NewParty party() {
        return new NewParty(partyKind(), name == null ? "" : name, date().orElse(null), null, place, identifiers());
    }

    /** What is known of the new party so far, when that is enough to look for others like it. */
    Optional<NewParty> meant() {
        boolean named = name != null && name.length() >= SHORTEST_NAME && name.length() <= 200;
        boolean identified = identifier != null && identifier.length() <= 200;
        if (!named && !identified) {
            return Optional.empty();
        }
        String meant = named && name != null ? name : "?";
        return Optional.of(new NewParty(partyKind(), meant, date().orElse(null), null, place, identifiers()));
    }

    private List<PartyIdentifier> identifiers() {
        return identifier == null || scheme == null ? List.of() : List.of(new PartyIdentifier(scheme, identifier));
    }

    private Optional<LocalDate> date() {
        try {
            return birthDate == null ? Optional.empty() : Optional.of(LocalDate.parse(birthDate));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    public List<PartyKind> kinds() {
        return Arrays.asList(PartyKind.values());
    }

    public List<String> schemes() {
        return SCHEMES;
    }
}
