package io.liasse.store.document;

import io.liasse.store.InvalidInput;
import java.util.regex.Pattern;

/**
 * What a person typed, made fit to be kept: any script, lines ended by a line feed, nothing that is no text. An empty text
 * says that nothing stands on the page.
 */
final class CorrectedText {
    /** Characters of UTF-16. */
    static final int LONGEST_PAGE = 100_000;

    static final int LONGEST_WORD = 500;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern WHITE = Pattern.compile("\\s+");

    private CorrectedText() {}

    static String page(String typed) {
        return checked(LINE_END.matcher(typed).replaceAll("\n"), LONGEST_PAGE);
    }

    /** On one line; may be several words, or none. */
    static String word(String typed) {
        return checked(WHITE.matcher(typed).replaceAll(" ").strip(), LONGEST_WORD);
    }

    private static String checked(String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidInput("text", "is longer than " + longest + " characters");
        }
        text.codePoints().filter(CorrectedText::isNoText).findFirst().ifPresent(sign -> {
            throw new InvalidInput("text", "holds a character that is no text: U+%04X".formatted(sign));
        });
        return text;
    }

    /** Control characters but tab and line feed, halves of pairs, and what Unicode says is no character. */
    private static boolean isNoText(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL -> sign != '\t' && sign != '\n';
            case Character.SURROGATE -> true;
            default -> (sign & 0xFFFE) == 0xFFFE || (sign >= 0xFDD0 && sign <= 0xFDEF);
        };
    }
}
