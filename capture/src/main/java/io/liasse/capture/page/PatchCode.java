package io.liasse.capture.page;

import io.liasse.capture.Reading.Barcode;
import java.util.Optional;

/**
 * Finds patch code T on a page: four bars of at least 2 inches, narrow, wide, narrow, wide, beginning at the edge of the
 * sheet; narrow ones and spaces are 0.08 inches wide, wide ones 0.20 (Kodak Cat. 845 9380). Read from the other side it is
 * patch code 3, which separates too, so both are taken for the same.
 */
final class PatchCode {
    static final String FORMAT = "PATCH_CODE";
    static final String VALUE = "PATCHT";

    private static final double NARROW = 0.08;
    private static final double WIDE = 0.20;

    /** Printers and photocopiers change the width of bars; in inches. */
    private static final double TOLERANCE = 0.035;

    /** Light before the first bar and after the last, in inches. */
    private static final double QUIET = 0.1;

    /** Distance of the lines looked at, in inches. */
    private static final double STEP = 0.2;

    /** Lines in succession that cross the bars: together 1.8 inches. */
    private static final int LEAST_LINES = 9;

    /** Between ink and paper, of 255. */
    private static final int DARK = 110;

    /** Light, then bar and space in turn, then light. */
    private static final int BARS = 7;

    private final byte[] pixels;
    private final int width;
    private final int height;
    private final double resolution;

    private PatchCode(byte[] pixels, int width, int resolution) {
        this.pixels = pixels;
        this.width = width;
        this.height = pixels.length / width;
        this.resolution = resolution;
    }

    /**
     * The code, if it is there.
     *
     * @param pixels grey, line by line
     * @param resolution dots per inch
     */
    static Optional<Barcode> find(byte[] pixels, int width, int resolution) {
        PatchCode page = new PatchCode(pixels, width, resolution);
        return page.across(width, page.height, 1, width)
                .map(run -> page.barcode(run.begin, run.first, run.end - run.begin, run.lines(page.step())))
                .or(() -> page.across(page.height, width, width, 1)
                        .map(run -> page.barcode(run.first, run.begin, run.lines(page.step()), run.end - run.begin)));
    }

    private int step() {
        return Math.max(1, (int) (STEP * resolution));
    }

    private Barcode barcode(int x, int y, int wide, int high) {
        return new Barcode(
                FORMAT, VALUE, (double) x / width, (double) y / height, (double) wide / width, (double) high / height);
    }

    /** The bars at the same place on lines in succession; places in pixels. */
    private static final class Run {
        private final int begin;
        private final int end;
        private final int first;
        private int count = 1;

        Run(int[] bars, int line) {
            this.begin = bars[0];
            this.end = bars[BARS];
            this.first = line;
        }

        boolean goesOn(int[] bars, int slack) {
            return Math.abs(bars[0] - begin) <= slack * (count + 1);
        }

        int lines(int step) {
            return count * step;
        }
    }

    private Optional<Run> across(int along, int across, int next, int nextLine) {
        Run run = null;
        for (int line = step(); line < across; line += step()) {
            int[] bars = bars(line * nextLine, along, next);
            if (bars.length == 0) {
                run = null;
            } else if (run == null || !run.goesOn(bars, (int) Math.ceil(STEP * resolution / 10))) {
                run = new Run(bars, line);
            } else if (++run.count == LEAST_LINES) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    /** Where on a line the bars and spaces begin, and the last one ends; empty where there are none. */
    private int[] bars(int first, int along, int next) {
        int[] edges = new int[BARS + 2];
        int found = 0;
        boolean dark = false;
        for (int at = 0; at <= along; at++) {
            boolean now = at < along && (pixels[first + at * next] & 0xFF) < DARK;
            if (now == dark && at < along) {
                continue;
            }
            dark = now;
            System.arraycopy(edges, 1, edges, 0, edges.length - 1);
            edges[edges.length - 1] = at;
            found++;
            // The light after the last bar has just ended.
            if ((now || at == along) && found > BARS && isCode(edges, found)) {
                int[] bars = new int[BARS + 1];
                System.arraycopy(edges, 0, bars, 0, bars.length);
                return bars;
            }
        }
        return new int[0];
    }

    private boolean isCode(int[] edges, int found) {
        double[] inches = new double[BARS + 1];
        for (int each = 0; each <= BARS; each++) {
            inches[each] = (edges[each + 1] - edges[each]) / resolution;
        }
        boolean spaces = is(inches[1], NARROW) && is(inches[3], NARROW) && is(inches[5], NARROW);
        boolean bars = is(inches[0], NARROW) && is(inches[2], WIDE) && is(inches[4], NARROW) && is(inches[6], WIDE);
        boolean turned = is(inches[0], WIDE) && is(inches[2], NARROW) && is(inches[4], WIDE) && is(inches[6], NARROW);
        return found > BARS && spaces && (bars || turned) && inches[BARS] >= QUIET;
    }

    private static boolean is(double inches, double wanted) {
        return Math.abs(inches - wanted) <= TOLERANCE;
    }
}
