package io.liasse.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Checks of what people enter: texts without space around them, days that are likely. */
public final class Entries {
    /** Further away is a slip of the keyboard. */
    private static final int YEARS = 100;

    private Entries() {}

    /** 1 to {@code longest} characters. */
    public static String wanted(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw new InvalidInput(field, "must have 1 to " + longest + " characters");
        }
        return stripped;
    }

    /** At most {@code longest} characters; null when there are none. */
    public static @Nullable String allowed(String field, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : wanted(field, text, longest);
    }

    /** Within {@value #YEARS} years of the year 2000. */
    public static void likely(String field, @Nullable LocalDate day) {
        if (day != null && Math.abs(day.getYear() - 2000) > YEARS) {
            throw new InvalidInput(field, "is not a likely date");
        }
    }
}
