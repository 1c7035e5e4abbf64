package io.liasse.caseapi.cases;

import io.liasse.store.awaited.NewAwaited;
import io.liasse.store.party.PartyId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
        if (isNoDate(askedOn)) {
            errors.rejectValue("askedOn", "cases.problem.date");
        }
        if (isNoDate(dueOn)) {
            errors.rejectValue("dueOn", "cases.problem.date");
        }
        chosen().check(errors);
    }

    private static boolean isNoDate(@Nullable String text) {
        return text != null && date(text) == null;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    NewAwaited awaited(@Nullable PartyId from) {
        return new NewAwaited(what == null ? "" : what, from, type, date(askedOn), date(dueOn));
    }
}
