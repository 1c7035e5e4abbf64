package io.liasse.caseapi.telephone;

import io.liasse.caseapi.telephone.TelephoneNote.Direction;
import io.liasse.caseapi.telephone.TelephoneNote.Partner;
import io.liasse.store.InvalidInput;
import io.liasse.store.party.PartyId;
import io.liasse.store.task.NewTask;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A note as it is entered; times are those of the place where the program runs.
 *
 * @param key of this form, so that a form sent twice is taken once
 */
record TelephoneNoteForm(
        @Nullable UUID participant,
        @Nullable String name,
        @Nullable String number,
        @Nullable String at,
        @Nullable Direction direction,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String what,
        @Nullable String dueOn,
        @Nullable UUID key) {
    static TelephoneNoteForm empty(LocalDateTime now) {
        return new TelephoneNoteForm(
                null,
                null,
                null,
                now.truncatedTo(ChronoUnit.MINUTES).toString(),
                Direction.INCOMING,
                null,
                null,
                null,
                null,
                UUID.randomUUID());
    }

    private boolean incoming() {
        return direction != Direction.OUTGOING;
    }

    void check(Errors errors) {
        if (participant == null && name == null) {
            errors.rejectValue("name", "telephone.problem.name");
        }
        if (subject == null) {
            errors.rejectValue("subject", "telephone.problem.subject");
        }
        if (text == null) {
            errors.rejectValue("text", "telephone.problem.text");
        }
        if (what == null && dueOn != null) {
            errors.rejectValue("what", "telephone.problem.what");
        }
    }

    TelephoneNote note(ZoneId zone) {
        try {
            return new TelephoneNote(
                    new Partner(participant == null ? null : new PartyId(participant), name, number),
                    incoming() ? Direction.INCOMING : Direction.OUTGOING,
                    at == null ? null : LocalDateTime.parse(at).atZone(zone).toInstant(),
                    Objects.toString(subject, ""),
                    Objects.toString(text, ""),
                    what == null ? null : new NewTask(what, null, null, due(), null));
        } catch (DateTimeParseException noTime) {
            throw new InvalidInput("at", "is not a time");
        }
    }

    private @Nullable LocalDate due() {
        try {
            return dueOn == null ? null : LocalDate.parse(dueOn);
        } catch (DateTimeParseException noDay) {
            throw new InvalidInput("dueOn", "is not a day");
        }
    }
}
