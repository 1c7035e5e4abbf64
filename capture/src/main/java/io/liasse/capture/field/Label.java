package io.liasse.capture.field;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A value that is known by the label beside or above it.
 *
 * @param labels as printed, in all languages; accents and case do not matter
 */
record Label(String name, Kind kind, List<String> labels) {
    /** What kind of value stands there. */
    enum Kind {
        /** A number or code: letters, digits and signs, with at least one digit. */
        CODE,
        DATE,
        /** A number with cents, with or without a currency. */
        AMOUNT
    }

    Label {
        labels = List.copyOf(labels);
    }

    /** Where the label ends, for text that was {@link #folded}; parts of other words and subtotals do not count. */
    Pattern pattern() {
        String words = labels.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(label -> Pattern.quote(folded(label)))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}-])(?<!sub )(?<!sous )(?:" + words + ")(?!\\p{L})");
    }

    /** In small letters without accents, letter for letter, so that places stay the same. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String letter = String.valueOf(text.charAt(i));
            String plain = Normalizer.normalize(letter, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
            folded.append(plain.isEmpty() ? ' ' : plain.charAt(0) == '’' ? '\'' : plain.charAt(0));
        }
        return folded.toString();
    }
}
