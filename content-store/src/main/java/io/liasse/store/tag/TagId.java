package io.liasse.store.tag;

import java.util.Objects;
import java.util.UUID;

/** The identity of one tag. */
public record TagId(UUID value) {
    public TagId {
        Objects.requireNonNull(value);
    }

    public static TagId of(String text) {
        return new TagId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
