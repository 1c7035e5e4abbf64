package io.liasse.store.plan;

import io.liasse.store.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Texts that people enter, without space around them. */
final class Texts {
    private Texts() {}

    /** 1 to {@code longest} characters. */
    static String wanted(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw new InvalidInput(field, "must have 1 to " + longest + " characters");
        }
        return stripped;
    }

    /** At most {@code longest} characters; null when there are none. */
    static @Nullable String allowed(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return wanted(field, text, longest);
    }
}
