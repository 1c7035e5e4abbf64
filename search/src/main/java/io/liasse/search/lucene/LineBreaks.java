package io.liasse.search.lucene;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;

/**
 * Words that a hyphen parts at the end of a line are found whole and by their parts, since nobody but the writer knows
 * whether the hyphen belongs to the word. All stand in the same place of the text.
 */
final class LineBreaks extends TokenFilter {
    /** Stands for hyphen and line end within a word; no valid text holds this sign. */
    static final char MARK = '\uFDD0';

    private static final Pattern WITHIN_WORD =
            Pattern.compile("[-\u00AC\u00AD\u2010](?<=\\p{Ll}.)[ \\t]*\\r?\\n[ \\t]*(?=\\p{Ll})");

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final Deque<AttributeSource.State> parts = new ArrayDeque<>();

    LineBreaks(TokenStream words) {
        super(words);
    }

    /** Puts the mark where a word goes on in the next line. */
    static Reader marked(Reader text) {
        return new PatternReplaceCharFilter(WITHIN_WORD, String.valueOf(MARK), text);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!parts.isEmpty()) {
            restoreState(parts.remove());
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        String word = term.toString();
        if (word.indexOf(MARK) >= 0) {
            part(word);
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        parts.clear();
    }

    /** Goes on with the whole word, and keeps the first and the last part for later. */
    private void part(String word) {
        AttributeSource.State whole = captureState();
        int begin = offset.startOffset();
        int end = offset.endOffset();
        int first = word.indexOf(MARK);
        int last = word.length() - word.lastIndexOf(MARK) - 1;
        keep(word.substring(0, first), begin, Math.min(end, begin + first));
        keep(word.substring(word.length() - last), Math.max(begin, end - last), end);
        restoreState(whole);
        term.setEmpty().append(word.replace(String.valueOf(MARK), ""));
    }

    private void keep(String part, int begin, int end) {
        if (!part.isEmpty()) {
            term.setEmpty().append(part);
            offset.setOffset(begin, end);
            position.setPositionIncrement(0);
            parts.add(captureState());
        }
    }
}
