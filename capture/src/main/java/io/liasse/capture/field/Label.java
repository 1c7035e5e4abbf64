package io.liasse.capture.field;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that is known by the label beside or above it.
 *
 * @param labels as printed, in all languages; accents and case do not matter
 * @param where the value stands, seen from its label
 * @param pattern what the value must look like as a whole; null: what the kind says
 * @param rank of several values of one name, those of a higher rank come first
 * @param region of the page in which the label stands; null: anywhere
 */
record Label(
        String name,
        Kind kind,
        List<String> labels,
        Set<Where> where,
        @Nullable Pattern pattern,
        Check check,
        int rank,
        @Nullable Region region) {
    /** What kind of value stands there. */
    enum Kind {
        /** A number or code: letters, digits and signs, with at least one digit. */
        CODE,
        DATE,
        /** A number with cents, with or without a currency. */
        AMOUNT,
        /** Words up to the next gap. */
        TEXT,
        /** Two to six words of a person or organisation. */
        NAME,
        IBAN,
        EMAIL,
        PHONE
    }

    /** Where a value stands. */
    enum Where {
        RIGHT,
        BELOW
    }

    /** A part of the page, as fractions from its top left. */
    record Region(double x, double y, double width, double height) {
        boolean holds(double atX, double atY) {
            return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
        }
    }

    Label {
        labels = List.copyOf(labels);
        where = Set.copyOf(where);
    }

    /** One that stands right of or below its label, with no check but that of its kind. */
    static Label of(String name, Kind kind, List<String> labels) {
        return new Label(name, kind, labels, EnumSet.allOf(Where.class), null, Check.NONE, 0, null);
    }

    /** In small letters without accents, letter for letter, so that places stay the same. */
    static String folded(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = text.charAt(i) < 128;
        }
        if (plain) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(folded(text.charAt(i)));
        }
        return folded.toString();
    }

    private static char folded(char letter) {
        if (letter < 128) {
            return Character.toLowerCase(letter);
        }
        if (letter == '’') {
            return '\'';
        }
        String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT);
        return parts.isEmpty() ? ' ' : parts.charAt(0);
    }
}
