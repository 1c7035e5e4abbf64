package io.liasse.store.task;

import io.liasse.store.InvalidInput;
import io.liasse.store.access.UserId;
import io.liasse.store.document.DocumentId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task as people say it.
 *
 * @param what 1 to {@value #LONGEST} characters
 * @param note at most {@value #LONGEST_TEXT} characters
 * @param assignee may see the case; null for whoever takes it
 * @param document filed in the case, or on its way into it
 */
public record NewTask(
        String what,
        @Nullable String note,
        @Nullable UserId assignee,
        @Nullable LocalDate dueOn,
        @Nullable DocumentId document) {
    public static final int LONGEST = 300;
    public static final int LONGEST_TEXT = 4000;

    /** Further away is a slip of the keyboard. */
    private static final int YEARS = 100;

    public NewTask {
        what = what.strip();
        if (what.isEmpty() || what.length() > LONGEST) {
            throw new InvalidInput("what", "must have 1 to " + LONGEST + " characters");
        }
        note = note == null || note.isBlank() ? null : note.strip();
        if (note != null && note.length() > LONGEST_TEXT) {
            throw new InvalidInput("note", "must have at most " + LONGEST_TEXT + " characters");
        }
        if (dueOn != null && Math.abs(dueOn.getYear() - 2000) > YEARS) {
            throw new InvalidInput("dueOn", "is not a likely date");
        }
    }
}
