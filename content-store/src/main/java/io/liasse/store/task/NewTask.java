package io.liasse.store.task;

import io.liasse.store.Entries;
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

    public NewTask {
        what = Entries.wanted("what", what, LONGEST);
        note = Entries.allowed("note", note, LONGEST_TEXT);
        Entries.likely("dueOn", dueOn);
    }
}
