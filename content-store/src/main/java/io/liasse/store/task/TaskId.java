package io.liasse.store.task;

import java.util.Objects;
import java.util.UUID;

/** The identity of a task. */
public record TaskId(UUID value) {
    public TaskId {
        Objects.requireNonNull(value);
    }

    public static TaskId of(String text) {
        return new TaskId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
