package io.liasse.capture.format;

import java.util.regex.Pattern;

/** Counts words: what has a letter or a digit. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Words() {}

    static int in(String text) {
        return (int) WORD.matcher(text).results().count();
    }
}
