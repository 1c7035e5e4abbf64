package io.liasse.search.lucene;

import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** Writes passages as HTML in which only the marks are not escaped, of bounded length. */
public final class MarkedHtml extends PassageFormatter {
    private static final int LONGEST_PASSAGE = 400;
    private static final String BETWEEN = " … ";

    @Override
    public String format(Passage[] passages, String text) {
        StringBuilder html = new StringBuilder();
        for (Passage passage : passages) {
            if (!html.isEmpty()) {
                html.append(BETWEEN);
            }
            passage(html, passage, text);
        }
        return html.toString().strip();
    }

    /** Text in which nothing is markup. */
    public static String escaped(String text) {
        StringBuilder html = new StringBuilder();
        escaped(html, text, 0, text.length());
        return html.toString();
    }

    private static void passage(StringBuilder html, Passage passage, String text) {
        int begin = begin(passage);
        int end = Math.min(passage.getEndOffset(), begin + LONGEST_PASSAGE);
        int at = begin;
        for (int i = 0; i < passage.getNumMatches() && passage.getMatchStarts()[i] < end; i++) {
            int markBegin = Math.max(at, passage.getMatchStarts()[i]);
            int markEnd = Math.min(end, passage.getMatchEnds()[i]);
            if (markBegin < markEnd) {
                escaped(html, text, at, markBegin);
                html.append("<mark>");
                escaped(html, text, markBegin, markEnd);
                html.append("</mark>");
                at = markEnd;
            }
        }
        escaped(html, text, at, end);
    }

    /** Not so far before the first match that cutting would lose it. */
    private static int begin(Passage passage) {
        int first = passage.getNumMatches() == 0 ? passage.getStartOffset() : passage.getMatchStarts()[0];
        return Math.max(passage.getStartOffset(), first - LONGEST_PASSAGE / 2);
    }

    private static void escaped(StringBuilder html, String text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(Character.isISOControl(sign) ? ' ' : sign);
            }
        }
    }
}
