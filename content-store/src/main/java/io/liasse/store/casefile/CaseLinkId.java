package io.liasse.store.casefile;

import java.util.Objects;
import java.util.UUID;

/** The identity of a link between two cases. */
public record CaseLinkId(UUID value) {
    public CaseLinkId {
        Objects.requireNonNull(value);
    }

    public static CaseLinkId of(String text) {
        return new CaseLinkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
