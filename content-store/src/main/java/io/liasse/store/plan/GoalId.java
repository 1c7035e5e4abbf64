package io.liasse.store.plan;

import java.util.Objects;
import java.util.UUID;

/** The identity of a goal. */
public record GoalId(UUID value) {
    public GoalId {
        Objects.requireNonNull(value);
    }

    public static GoalId of(String text) {
        return new GoalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
