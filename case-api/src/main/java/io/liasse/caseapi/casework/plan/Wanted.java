package io.liasse.caseapi.casework.plan;

import io.liasse.store.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What a caller must say. */
final class Wanted {
    private Wanted() {}

    static <T> T of(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, "is missing");
        }
        return value;
    }
}
