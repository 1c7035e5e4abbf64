package io.liasse.capture.page;

import io.liasse.capture.ocr.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A few neighbouring lines of text, found by counting the ink in each row of pixels: where text stands level, lines and
 * the gaps between them take turns.
 *
 * @param top in pixels of the picture
 * @param lines how many lines it holds
 */
record TextBand(int top, int height, int lines) {
    private static final double LEAST_LINE_INCH = 0.04;
    private static final double MOST_LINE_INCH = 0.35;

    /** A run of inky rows. */
    private record Line(int top, int bottom, long ink) {}

    /** The inkiest band of up to so many lines in a black and white picture. */
    static Optional<TextBand> find(Picture bits, int resolution, int wanted) {
        List<Line> lines = lines(bits.inkByRow(), bits.width()).stream()
                .filter(line -> line.bottom - line.top >= LEAST_LINE_INCH * resolution)
                .filter(line -> line.bottom - line.top <= MOST_LINE_INCH * resolution)
                .toList();
        TextBand best = null;
        long most = 0;
        for (int first = 0; first < lines.size(); first++) {
            List<Line> some = lines.subList(first, Math.min(first + wanted, lines.size()));
            long ink = some.stream().mapToLong(Line::ink).sum();
            int height = some.getLast().bottom - some.getFirst().top;
            if (ink > most && height < wanted * 2 * MOST_LINE_INCH * resolution) {
                most = ink;
                best = new TextBand(some.getFirst().top, height, some.size());
            }
        }
        return Optional.ofNullable(best);
    }

    /** The ink that nearly every row has: dark edges of the scan, ruled margins. */
    private static int margins(int[] ink) {
        return Arrays.stream(ink).sorted().skip(ink.length / 10).findFirst().orElse(0);
    }

    private static List<Line> lines(int[] ink, int width) {
        int least = Math.max(2, width / 200) + margins(ink);
        List<Line> lines = new ArrayList<>();
        int top = -1;
        long sum = 0;
        for (int y = 0; y <= ink.length; y++) {
            boolean inky = y < ink.length && ink[y] >= least;
            if (inky) {
                top = top < 0 ? y : top;
                sum += ink[y];
            } else if (top >= 0) {
                lines.add(new Line(top, y, sum));
                top = -1;
                sum = 0;
            }
        }
        return lines;
    }
}
