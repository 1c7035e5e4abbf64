package io.liasse.capture.page;

import io.liasse.capture.ocr.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A few neighbouring lines of text, found by counting the strokes that each row of pixels cuts: where text stands
 * level, rows with many and rows with none take turns, while rules, pictures and dark edges have few.
 *
 * @param top in pixels of the picture
 * @param lines how many lines it holds
 */
record TextBand(int top, int height, int lines) {
    private static final double LEAST_LINE_INCH = 0.04;
    private static final double MOST_LINE_INCH = 0.35;

    /** Fewer in a row are edges of the scan and ruled lines. */
    private static final int LEAST_STROKES = 6;

    /** A run of rows with text. */
    private record Line(int top, int bottom, long strokes) {}

    /** The densest band of up to so many lines in a black and white picture. */
    static Optional<TextBand> find(Picture bits, int resolution, int wanted) {
        List<Line> lines = lines(strokes(bits)).stream()
                .filter(line -> line.bottom - line.top >= LEAST_LINE_INCH * resolution)
                .filter(line -> line.bottom - line.top <= MOST_LINE_INCH * resolution)
                .toList();
        TextBand best = null;
        long most = 0;
        for (int first = 0; first < lines.size(); first++) {
            List<Line> some = lines.subList(first, Math.min(first + wanted, lines.size()));
            long strokes = some.stream().mapToLong(Line::strokes).sum();
            int height = some.getLast().bottom - some.getFirst().top;
            if (strokes > most && height < wanted * 2 * MOST_LINE_INCH * resolution) {
                most = strokes;
                best = new TextBand(some.getFirst().top, height, some.size());
            }
        }
        return Optional.ofNullable(best);
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
                lines.add(new Line(top, y, sum));
                top = -1;
                sum = 0;
            }
        }
        return lines;
    }
}
