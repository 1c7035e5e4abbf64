package io.liasse.store.plan;

import io.liasse.store.InvalidInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days that people enter. */
final class Days {
    /** Further away is a slip of the keyboard. */
    private static final int YEARS = 100;

    private Days() {}

    static void check(String field, @Nullable LocalDate day) {
        if (day != null && Math.abs(day.getYear() - 2000) > YEARS) {
            throw new InvalidInput(field, "is not a likely date");
        }
    }
}
