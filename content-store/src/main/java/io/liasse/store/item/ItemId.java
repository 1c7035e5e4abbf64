package io.liasse.store.item;

import java.util.Objects;
import java.util.UUID;

/** The identity of one thing received. */
public record ItemId(UUID value) {
    public ItemId {
        Objects.requireNonNull(value);
    }

    public static ItemId of(String text) {
        return new ItemId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
