package io.liasse.caseapi.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the text in force: a word, or the white space between two.
 *
 * @param word with its place; null for white space
 */
record Piece(String text, @Nullable WordPlace word) {
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** The words are those of the text, in order. */
    static List<Piece> of(String text, List<WordPlace> words) {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = WORD.matcher(text);
        int done = 0;
        for (int index = 0; found.find(); index++) {
            if (found.start() > done) {
                pieces.add(new Piece(text.substring(done, found.start()), null));
            }
            pieces.add(new Piece(found.group(), words.get(index)));
            done = found.end();
        }
        if (done < text.length()) {
            pieces.add(new Piece(text.substring(done), null));
        }
        return pieces;
    }
}
