package io.liasse.store.task;

import io.liasse.store.access.UserId;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.DocumentId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something to do in a case.
 *
 * @param caseTitle of the case
 * @param assignee who is to do it; null while it is nobody's
 * @param document what it is about
 * @param createdBy display name
 * @param ending how it ended; null while it is open
 */
public record Task(
        TaskId id,
        CaseId caseId,
        CaseReference reference,
        String caseTitle,
        String what,
        @Nullable String note,
        @Nullable Assignee assignee,
        @Nullable LocalDate dueOn,
        @Nullable DocumentId document,
        TaskState state,
        String createdBy,
        Instant createdAt,
        @Nullable Ending ending,
        long version) {
    /** Somebody who is to do it. */
    public record Assignee(UserId id, String name) {}

    /**
     * How it ended.
     *
     * @param outcome what came of it
     * @param by display name
     */
    public record Ending(@Nullable String outcome, String by, Instant at) {}

    public boolean open() {
        return state == TaskState.OPEN;
    }

    public boolean overdue(LocalDate today) {
        return open() && dueOn != null && dueOn.isBefore(today);
    }

    public boolean of(UserId user) {
        return assignee != null && assignee.id().equals(user);
    }
}
