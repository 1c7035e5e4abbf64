package io.liasse.caseapi.casework.task;

import io.liasse.caseapi.web.Entered;
import io.liasse.store.task.Task;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A task as it is entered; {@code manager} is the user name of who is to do it, {@code workingDays} counts from today. */
record TaskForm(
        @Nullable String what,
        @Nullable String note,
        @Nullable String manager,
        @Nullable String dueOn,
        @Nullable String workingDays,
        @Nullable UUID document,
        @Nullable Long version) {
    private static final int MOST_DIGITS = 4;

    static TaskForm of(Task task, @Nullable String username) {
        return new TaskForm(
                task.what(),
                task.note(),
                username,
                Objects.toString(task.dueOn(), null),
                null,
                task.document() == null ? null : task.document().value(),
                task.version());
    }

    void check(Errors errors) {
        if (what == null) {
            errors.rejectValue("what", "task.problem.what");
        }
        if (dueOn != null && day() == null) {
            errors.rejectValue("dueOn", "task.problem.dueOn");
        }
        if (workingDays != null && count() == null) {
            errors.rejectValue("workingDays", "task.problem.workingDays");
        }
        if (workingDays != null && dueOn != null) {
            errors.rejectValue("workingDays", "task.problem.both");
        }
    }

    @Nullable
    LocalDate day() {
        return Entered.day(dueOn);
    }

    @Nullable
    Integer count() {
        boolean number = workingDays != null && workingDays.matches("\\d{1," + MOST_DIGITS + "}");
        return number ? Integer.valueOf(workingDays) : null;
    }
}
