package io.liasse.capture.page;

import io.liasse.capture.ocr.Picture;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for print in the pictures of a page where its text layer has no words: shapes as high as letters that follow each
 * other at the distance of letters. Photographs, logos and drawings have few of them in a row.
 */
final class UncoveredText {
    private static final double LEAST_HEIGHT_INCH = 0.035;
    private static final double MOST_HEIGHT_INCH = 0.25;
    private static final double MOST_WIDTHS_PER_HEIGHT = 4;
    private static final double MOST_SIZE_RATIO = 2.2;

    /** As many letters in a row are not there by chance. */
    private static final int LEAST_IN_A_ROW = 4;

    private static final int LEAST_LETTERS = 25;

    /** Of the letters in the pictures that the layer has: what programs for recognition leave out here and there. */
    private static final double USUAL_LOSS = 0.15;

    /** A page of small print has a third of it. */
    private static final int MOST_SHAPES = 30_000;

    /** Of the page; smaller pictures are logos. */
    private static final double LARGE = 0.04;

    /** A page with so many words lacks none that one could read. */
    private static final int MOST_WORDS = 20_000;

    /** A page of 100 by 70 centimetres at 150 dots per inch; larger ones are plans and posters. */
    private static final long MOST_PIXELS = 24_000_000;

    /** With grain and all. */
    private static final int MOST_SPECKS = 300_000;

    private static final int FINE = 512;

    private final Net pictures;
    private final Net covered;
    private final double points;

    private UncoveredText(Net pictures, Net covered, double points) {
        this.pictures = pictures;
        this.covered = covered;
        this.points = points;
    }

    /**
     * Where on the page the print stands, all in one box; empty where there is none worth reading.
     *
     * @param drawn the whole page with its text
     * @param words of its layer
     */
    static Optional<Box> in(Scan drawn, Net pictures, List<PageWord> words) {
        long pixels = (long) drawn.picture().width() * drawn.picture().height();
        if (pictures.share() < LARGE || words.size() > MOST_WORDS || pixels > MOST_PIXELS) {
            return Optional.empty();
        }
        Net covered = covered(words, drawn.width(), drawn.height());
        double points = drawn.width() / drawn.picture().width();
        try (Picture bits = drawn.gray().blackAndWhite()) {
            return new UncoveredText(pictures, covered, points).in(bits.shapes(MOST_SPECKS), drawn.resolution());
        }
    }

    /** The cells of a page where words stand, with their parts above and below. */
    static Net covered(List<PageWord> words, double width, double height) {
        Net covered = new Net(FINE, width, height);
        for (PageWord word : words) {
            double high = Math.max(word.height(), 1);
            covered.mark(
                    new Box(word.x() - 0.15 * high, word.y() - 1.4 * high, word.width() + 0.3 * high, 1.75 * high));
        }
        return covered;
    }

    private Optional<Box> in(List<Rectangle> shapes, int resolution) {
        List<Rectangle> letters = shapes.stream()
                .filter(shape -> shape.height >= LEAST_HEIGHT_INCH * resolution)
                .filter(shape -> shape.height <= MOST_HEIGHT_INCH * resolution)
                .filter(shape -> shape.width <= MOST_WIDTHS_PER_HEIGHT * shape.height)
                .filter(shape -> pictures.marked(points * shape.getCenterX(), points * shape.getCenterY()))
                .toList();
        List<Rectangle> open = letters.stream()
                .filter(shape -> !covered.marked(points * shape.getCenterX(), points * shape.getCenterY()))
                .sorted(Comparator.comparingInt(shape -> shape.x))
                .toList();
        if (open.size() < LEAST_LETTERS || open.size() > MOST_SHAPES) {
            return Optional.empty();
        }
        List<Rectangle> print = inRows(open);
        boolean enough = print.size() >= LEAST_LETTERS && print.size() > USUAL_LOSS * (letters.size() - open.size());
        return enough ? Optional.of(around(print)) : Optional.empty();
    }

    /** Those that stand in a row with others; sorted from left to right they come. */
    private static List<Rectangle> inRows(List<Rectangle> shapes) {
        int[] lengths = new int[shapes.size()];
        int[] next = new int[shapes.size()];
        for (int each = shapes.size() - 1; each >= 0; each--) {
            next[each] = next(shapes, each);
            lengths[each] = next[each] < 0 ? 1 : lengths[next[each]] + 1;
        }
        List<Rectangle> rows = new ArrayList<>();
        boolean[] inRow = new boolean[shapes.size()];
        for (int each = 0; each < lengths.length; each++) {
            inRow[each] |= lengths[each] >= LEAST_IN_A_ROW;
            if (inRow[each]) {
                rows.add(shapes.get(each));
                if (next[each] >= 0) {
                    inRow[next[each]] = true;
                }
            }
        }
        return rows;
    }

    /** The nearest letter of the same line to the right; -1 where there is none. */
    private static int next(List<Rectangle> shapes, int from) {
        Rectangle shape = shapes.get(from);
        for (int each = from + 1; each < shapes.size(); each++) {
            Rectangle other = shapes.get(each);
            if (other.x > shape.x + shape.width + shape.height) {
                return -1;
            }
            boolean after = other.getCenterX() > shape.x + shape.width;
            double high = Math.max(shape.height, other.height);
            boolean alike = high <= MOST_SIZE_RATIO * Math.min(shape.height, other.height);
            int shared = Math.min(shape.y + shape.height, other.y + other.height) - Math.max(shape.y, other.y);
            if (after && alike && shared > 0.3 * high) {
                return each;
            }
        }
        return -1;
    }

    private Box around(List<Rectangle> print) {
        Rectangle all = new Rectangle(print.getFirst());
        print.forEach(all::add);
        int margin = 2 * print.stream().mapToInt(shape -> shape.height).sorted().toArray()[print.size() / 2];
        all.grow(margin, margin);
        return new Box(points * all.x, points * all.y, points * all.width, points * all.height);
    }
}
