package io.liasse.store.awaited;

import java.util.Objects;
import java.util.UUID;

/** The identity of an awaited document. */
public record AwaitedId(UUID value) {
    public AwaitedId {
        Objects.requireNonNull(value);
    }

    public static AwaitedId of(String text) {
        return new AwaitedId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
