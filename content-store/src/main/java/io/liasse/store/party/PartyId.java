package io.liasse.store.party;

import java.util.Objects;
import java.util.UUID;

/** The identity of a party. */
public record PartyId(UUID value) {
    public PartyId {
        Objects.requireNonNull(value);
    }

    public static PartyId of(String text) {
        return new PartyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
