package io.liasse.caseapi.casework.task;

import io.liasse.store.task.Task;
import io.liasse.store.task.TaskState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to do in a case.
 *
 * @param assignee who is to do it; null while it is nobody's
 * @param document what it is about
 * @param ending null while it is open
 */
record TaskJson(
        UUID id,
        String caseReference,
        String caseTitle,
        String what,
        @Nullable String note,
        @Nullable AssigneeJson assignee,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable UUID document,
        TaskState state,
        String createdBy,
        Instant createdAt,
        @Nullable EndingJson ending,
        long version) {
    record AssigneeJson(UUID id, String name) {
        static @Nullable AssigneeJson of(Task.@Nullable Assignee assignee) {
            return assignee == null ? null : new AssigneeJson(assignee.id().value(), assignee.name());
        }
    }

    /** What came of it, and who said so. */
    record EndingJson(@Nullable String outcome, String by, Instant at) {
        static @Nullable EndingJson of(Task.@Nullable Ending ending) {
            return ending == null ? null : new EndingJson(ending.outcome(), ending.by(), ending.at());
        }
    }

    static TaskJson of(Task task, LocalDate today) {
        return new TaskJson(
                task.id().value(),
                task.reference().toString(),
                task.caseTitle(),
                task.what(),
                task.note(),
                AssigneeJson.of(task.assignee()),
                task.dueOn(),
                task.overdue(today),
                task.document() == null ? null : task.document().value(),
                task.state(),
                task.createdBy(),
                task.createdAt(),
                EndingJson.of(task.ending()),
                task.version());
    }
}
