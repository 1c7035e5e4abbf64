package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Entered;
import io.liasse.store.awaited.NewAwaited;
import io.liasse.store.party.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Something a case is to wait for; days as date fields send them. */
record AwaitedForm(
        @Nullable String what,
        @Nullable PartyChoice party,
        @Nullable String type,
        @Nullable String askedOn,
        @Nullable String dueOn) {
    AwaitedForm {
        party = party == null ? PartyChoice.NONE : party;
    }

    PartyChoice chosen() {
        return party == null ? PartyChoice.NONE : party;
    }

    void check(Errors errors) {
        if (what == null || what.length() > NewAwaited.LONGEST) {
            errors.rejectValue("what", "cases.problem.what");
        }
        Entered.checkDay(errors, "askedOn", askedOn);
        Entered.checkDay(errors, "dueOn", dueOn);
        chosen().check(errors);
    }

    NewAwaited awaited(@Nullable PartyId from) {
        return new NewAwaited(what == null ? "" : what, from, type, Entered.day(askedOn), Entered.day(dueOn));
    }
}
