package io.liasse.store.consent;

import java.util.Objects;
import java.util.UUID;

/** The identity of a consent. */
public record ConsentId(UUID value) {
    public ConsentId {
        Objects.requireNonNull(value);
    }

    public static ConsentId of(String text) {
        return new ConsentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
