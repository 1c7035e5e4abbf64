package io.liasse.capture.detect;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Titles that files give themselves, without those that programs put there: file names and "untitled". */
final class Titles {
    private static final int LONGEST = 300;
    private static final Pattern MADE_BY_PROGRAM = Pattern.compile(
            "microsoft \\w+ - .*|.*\\.(docx?|xlsx?|pptx?|pdf|indd|tiff?|jpe?g|html?)|untitled.*|unbenannt.*|document\\d*|sans titre.*|senza titolo.*|print|scan\\w*");

    private Titles() {}

    static @Nullable String clean(@Nullable String title) {
        if (title == null) {
            return null;
        }
        String plain = title.replaceAll("\\p{Cntrl}+", " ").strip();
        boolean useless = plain.isEmpty()
                || MADE_BY_PROGRAM.matcher(plain.toLowerCase(Locale.ROOT)).matches();
        return useless ? null : plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    /** A subject of a mail is kept as its sender wrote it. */
    static @Nullable String subject(@Nullable String subject) {
        String plain =
                subject == null ? "" : subject.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.isEmpty() ? null : plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
