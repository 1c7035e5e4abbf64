package io.liasse.caseapi.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A party that is to take part in a case, and as what. */
record ParticipantForm(
        @Nullable PartyChoice party, @Nullable String role) {
    /** Roles a form offers. */
    static final List<String> ROLES = List.of(
            "client",
            "representative",
            "relative",
            "physician",
            "provider",
            "insurer",
            "employer",
            "authority",
            "applicant",
            "other");

    ParticipantForm {
        party = party == null ? PartyChoice.NONE : party;
    }

    PartyChoice chosen() {
        return party == null ? PartyChoice.NONE : party;
    }

    void check(Errors errors) {
        if (role == null || !ROLES.contains(role)) {
            errors.rejectValue("role", "cases.problem.role");
        }
        if (chosen().choice() == null) {
            errors.rejectValue("party.choice", "cases.problem.party");
        }
        chosen().check(errors);
    }
}
