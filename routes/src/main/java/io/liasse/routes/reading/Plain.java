package io.liasse.routes.reading;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text out of files, made fit for the database: no NUL, no lone surrogates, names of one line. */
final class Plain {
    private static final int LONGEST_NAME = 500;

    private Plain() {}

    static String text(String raw) {
        return new String(raw.replace("\u0000", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static @Nullable String textOrNull(@Nullable String raw) {
        return raw == null || raw.isBlank() ? null : line(raw);
    }

    static String name(String raw) {
        return raw.isBlank() ? "unnamed" : line(raw);
    }

    /** One argument of a reason: short, without the sign that separates arguments. */
    static String argument(String raw) {
        return line(raw.replace('|', ' '));
    }

    private static String line(String raw) {
        String plain = text(raw).replaceAll("\\p{Cc}+", " ").strip();
        return plain.codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
