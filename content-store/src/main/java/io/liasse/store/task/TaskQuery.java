package io.liasse.store.task;

import io.liasse.store.access.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks to list.
 *
 * @param assignee those of one person; null for those of all
 * @param nobodys those without an assignee only
 */
public record TaskQuery(@Nullable UserId assignee, boolean nobodys) {
    public static TaskQuery of(UserId assignee) {
        return new TaskQuery(assignee, false);
    }

    public static TaskQuery ofNobody() {
        return new TaskQuery(null, true);
    }

    public static TaskQuery all() {
        return new TaskQuery(null, false);
    }
}
