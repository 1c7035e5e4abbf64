package io.liasse.store.casefile;

import java.util.Objects;
import java.util.UUID;

/** The identity of a case file; people use its {@link CaseReference}. */
public record CaseId(UUID value) {
    public CaseId {
        Objects.requireNonNull(value);
    }

    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
