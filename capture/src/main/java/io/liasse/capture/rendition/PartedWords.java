package io.liasse.capture.rendition;

import io.liasse.capture.page.PageWord;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the words that a hyphen parts at the end of a line: a small letter before it, and one at the next line's start. */
final class PartedWords {
    private static final Pattern FIRST_HALF = Pattern.compile(".*\\p{Ll}[-\u00AC\u00AD\u2010]");
    private static final Pattern SECOND_HALF = Pattern.compile("\\p{Ll}.*");

    private final List<PageWord> words;

    PartedWords(List<PageWord> words) {
        this.words = words;
    }

    /** Whether the word goes on in the next line. */
    boolean goesOn(int index) {
        if (index < 0 || index + 1 >= words.size()) {
            return false;
        }
        PageWord first = words.get(index);
        PageWord second = words.get(index + 1);
        return first.line() != second.line()
                && FIRST_HALF.matcher(first.text()).matches()
                && SECOND_HALF.matcher(second.text()).matches();
    }

    /** Whether the word began in the line before. */
    boolean began(int index) {
        return goesOn(index - 1);
    }

    /** The part without the hyphen. */
    static String withoutHyphen(PageWord first) {
        return first.text().substring(0, first.text().length() - 1);
    }

    /** The whole word of which this is the first half. */
    String whole(int first) {
        return withoutHyphen(words.get(first)) + words.get(first + 1).text();
    }
}
