package io.liasse.store.plan;

import java.util.Objects;
import java.util.UUID;

/** The identity of a measure. */
public record MeasureId(UUID value) {
    public MeasureId {
        Objects.requireNonNull(value);
    }

    public static MeasureId of(String text) {
        return new MeasureId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
