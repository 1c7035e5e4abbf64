package io.liasse.capture.page;

import io.liasse.capture.ocr.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where lines of text lie, found by counting the strokes that each row of pixels cuts: where text stands level, rows with
 * many and rows with none take turns, while rules, pictures and dark edges have few.
 */
final class TextLines {
    private static final double LEAST_LINE_INCH = 0.04;
    private static final double USUAL_LINE_INCH = 0.25;
    private static final double MOST_LINE_INCH = 0.35;

    /** Fewer in a row are edges of the scan and ruled lines. */
    private static final int LEAST_STROKES = 6;

    /**
     * A run of rows with text.
     *
     * @param top in pixels of the picture
     * @param strokes cut by all its rows
     */
    record Line(int top, int height, long strokes) {}

    private TextLines() {}

    /** So many lines of a black and white picture, those with most strokes first; high ones last, they may be pictures. */
    static List<Line> densest(Picture bits, int resolution, int wanted) {
        return lines(strokes(bits)).stream()
                .filter(line -> line.height >= LEAST_LINE_INCH * resolution)
                .filter(line -> line.height <= MOST_LINE_INCH * resolution)
                .sorted(Comparator.comparing((Line line) -> line.height > USUAL_LINE_INCH * resolution)
                        .thenComparing(Comparator.comparingLong(Line::strokes).reversed()))
                .limit(wanted)
                .toList();
    }

    /**
     * How clearly rows with text and rows without take turns: the change of strokes from row to row per stroke. The clearest
     * where lines lie level.
     */
    static double clearness(Picture bits) {
        int[] strokes = strokes(bits);
        long sum = 0;
        long change = 0;
        for (int y = 1; y < strokes.length; y++) {
            sum += strokes[y];
            change += Math.abs(strokes[y] - strokes[y - 1]);
        }
        return sum == 0 ? 0 : (double) change / sum;
    }

    /** Whether lines of text seem to run from top to bottom. */
    static boolean onTheSide(Picture bits) {
        try (Picture turned = bits.turned(90)) {
            return clearness(turned) > clearness(bits);
        }
    }

    /** The runs of black pixels in each row. */
    private static int[] strokes(Picture bits) {
        int[] strokes = new int[bits.height()];
        bits.eachRow((words, y) -> {
            int before = 0;
            for (int word : words) {
                strokes[y] += Integer.bitCount(word & ~(word >>> 1 | before << 31));
                before = word;
            }
        });
        return strokes;
    }

    private static List<Line> lines(int[] strokes) {
        List<Line> lines = new ArrayList<>();
        int top = -1;
        long sum = 0;
        for (int y = 0; y <= strokes.length; y++) {
            boolean text = y < strokes.length && strokes[y] >= LEAST_STROKES;
            if (text) {
                top = top < 0 ? y : top;
                sum += strokes[y];
            } else if (top >= 0) {
                lines.add(new Line(top, y - top, sum));
                top = -1;
                sum = 0;
            }
        }
        return lines;
    }
}
