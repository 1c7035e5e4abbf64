package io.liasse.store.document;

import java.util.Objects;
import java.util.UUID;

/** The identity of a document. */
public record DocumentId(UUID value) {
    public DocumentId {
        Objects.requireNonNull(value);
    }

    public static DocumentId of(String text) {
        return new DocumentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
