package io.liasse.store.cost;

import java.util.Objects;
import java.util.UUID;

/** The identity of an entry of time or cost. */
public record CostEntryId(UUID value) {
    public CostEntryId {
        Objects.requireNonNull(value);
    }

    public static CostEntryId of(String text) {
        return new CostEntryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
