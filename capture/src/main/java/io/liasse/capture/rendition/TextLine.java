package io.liasse.capture.rendition;

import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of one line and the band in which all of them stand, so that they share a baseline and a height as printed
 * text does; readers of PDF tell lines, words and their order by that.
 *
 * @param first index of its first word on the page
 * @param band distance of the lower edge from the origin of the page, across the direction of the text, in points
 * @param height of the band in points
 * @param angle by which the line rises, in radians
 */
record TextLine(List<PageWord> words, int first, double band, double height, double angle) {
    /** Words this much higher than the middle one are rules, brackets and dirt taken for letters. */
    private static final double TOO_HIGH = 1.8;

    static List<TextLine> of(PageWords page) {
        List<TextLine> lines = new ArrayList<>();
        List<PageWord> words = page.words();
        for (int from = 0, to; from < words.size(); from = to) {
            to = from + 1;
            while (to < words.size() && words.get(to).line() == words.get(from).line()) {
                to++;
            }
            lines.add(line(words.subList(from, to), from, Math.toRadians(page.slope())));
        }
        return lines;
    }

    private static TextLine line(List<PageWord> words, int first, double angle) {
        double middle = words.stream().mapToDouble(PageWord::height).sorted().toArray()[words.size() / 2];
        double lower = Double.NEGATIVE_INFINITY;
        double upper = Double.POSITIVE_INFINITY;
        for (PageWord word : words) {
            if (word.height() <= TOO_HIGH * middle) {
                lower = Math.max(lower, across(word, angle));
                upper = Math.min(upper, across(word, angle) - word.height());
            }
        }
        return new TextLine(words, first, lower, lower - upper, angle);
    }

    private static double across(PageWord word, double angle) {
        return word.x() * Math.sin(angle) + word.y() * Math.cos(angle);
    }

    /** Where the word starts when it is laid level, its middle on the lower edge of the band. */
    Point2D start(PageWord word) {
        double half = word.width() / 2;
        double along = word.x() * Math.cos(angle) - word.y() * Math.sin(angle) + half;
        return new Point2D.Double(
                along * Math.cos(angle) + band * Math.sin(angle) - half,
                band * Math.cos(angle) - along * Math.sin(angle));
    }
}
