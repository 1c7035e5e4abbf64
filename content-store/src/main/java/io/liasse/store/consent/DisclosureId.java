package io.liasse.store.consent;

import java.util.Objects;
import java.util.UUID;

/** The identity of a disclosure. */
public record DisclosureId(UUID value) {
    public DisclosureId {
        Objects.requireNonNull(value);
    }

    public static DisclosureId of(String text) {
        return new DisclosureId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
