package io.liasse.caseapi.telephone;

import io.liasse.store.InvalidInput;
import io.liasse.store.party.PartyId;
import io.liasse.store.task.NewTask;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was said on the telephone, as a person notes it.
 *
 * @param at when the call was; null: now
 * @param subject 1 to {@value #LONGEST_LINE} characters, becomes the title of the document
 * @param text 1 to {@value #LONGEST_TEXT} characters
 * @param toDo what is to be done now; of a case it becomes a task
 */
record TelephoneNote(
        Partner partner,
        Direction direction,
        @Nullable Instant at,
        String subject,
        String text,
        @Nullable NewTask toDo) {
    static final int LONGEST_LINE = 200;
    static final int LONGEST_NUMBER = 50;
    static final int LONGEST_TEXT = 20_000;

    /** Who called. */
    enum Direction {
        INCOMING,
        OUTGOING
    }

    /** Whom one spoke with: a participant of the case, somebody by name, or somebody by name at a participant. */
    record Partner(
            @Nullable PartyId participant,
            @Nullable String name,
            @Nullable String number) {
        Partner {
            name = line("name", name, LONGEST_LINE);
            number = line("number", number, LONGEST_NUMBER);
            if (participant == null && name == null) {
                throw new InvalidInput("name", "is missing");
            }
        }
    }

    TelephoneNote {
        subject = required("subject", line("subject", subject, LONGEST_LINE));
        text = text.replaceAll("\\R", "\n")
                .replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]", " ")
                .strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new InvalidInput("text", "must have 1 to " + LONGEST_TEXT + " characters");
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw new InvalidInput(field, "is missing");
        }
        return value;
    }

    /** On one line; nothing but blanks is nothing. */
    private static @Nullable String line(String field, @Nullable String value, int longest) {
        String line =
                Objects.toString(value, "").replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
        if (line.length() > longest) {
            throw new InvalidInput(field, "must have at most " + longest + " characters");
        }
        return line.isEmpty() ? null : line;
    }
}
