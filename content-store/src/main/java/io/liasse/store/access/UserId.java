package io.liasse.store.access;

import java.util.Objects;
import java.util.UUID;

/** The identity of a user. */
public record UserId(UUID value) {
    public UserId {
        Objects.requireNonNull(value);
    }

    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
