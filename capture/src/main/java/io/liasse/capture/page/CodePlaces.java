package io.liasse.capture.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Where on a picture there may be codes: places that lines of pixels cross with many changes between dark and light, over
 * a height that no line of text has; all of them alike where there are bars, in both directions where there are squares.
 * What is found is only worth a closer look.
 */
final class CodePlaces {
    /** Distance between the lines looked at, in inches: less than the gap between lines of text. */
    private static final double STEP = 1 / 36.0;

    /** From dark to light or back, in a window. */
    private static final int LEAST_CHANGES = 3;

    /** Between the darkest and the lightest pixel of a window, of 255. */
    private static final int LEAST_CONTRAST = 60;

    private static final int MOST_PLACES = 16;

    /** Sizes of codes, which differ as the widths of their bars do. */
    private enum Size {
        SMALL(0.12, 6, 1),
        LARGE(0.3, 15, 2);

        /** Width of the windows in which changes are counted, in inches. */
        private final double window;

        /** As many lines in succession are higher than a line of text. */
        private final int leastLines;

        /** One pixel in so many is looked at. */
        private final int stride;

        Size(double window, int leastLines, int stride) {
            this.window = window;
            this.leastLines = leastLines;
            this.stride = stride;
        }
    }

    /**
     * In pixels.
     *
     * @param bars whether there may be bars rather than squares
     */
    record Place(boolean bars, int left, int top, int right, int bottom) {
        long area() {
            return (long) (right - left) * (bottom - top);
        }

        private boolean touches(Place other) {
            return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
        }

        private Place with(Place other) {
            return new Place(
                    bars,
                    Math.min(left, other.left),
                    Math.min(top, other.top),
                    Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }

        private Place transposed() {
            return new Place(bars, top, left, bottom, right);
        }
    }

    private final byte[] pixels;
    private final int step;
    private final int window;
    private final Size size;

    private CodePlaces(byte[] pixels, int resolution, Size size) {
        this.pixels = pixels;
        this.step = Math.max(1, (int) (STEP * resolution));
        this.window = Math.max(8, Math.min(Long.SIZE * size.stride, (int) (size.window * resolution)));
        this.size = size;
    }

    /**
     * The places, larger ones first.
     *
     * @param pixels grey, line by line
     * @param resolution dots per inch
     */
    static List<Place> find(byte[] pixels, int width, int resolution) {
        int height = pixels.length / width;
        List<Place> found = new ArrayList<>();
        for (Size size : Size.values()) {
            CodePlaces places = new CodePlaces(pixels, resolution, size);
            Crossed rows = places.crossed(width, height, 1, width);
            Crossed columns = places.crossed(height, width, width, 1);
            rows.bars.forEach(place -> add(place, found));
            columns.bars.forEach(place -> add(place.transposed(), found));
            List<Place> upright = columns.busy.stream().map(Place::transposed).toList();
            rows.busy.stream()
                    .filter(place -> upright.stream().anyMatch(place::touches))
                    .forEach(place -> add(place, found));
        }
        return found.stream()
                .sorted(Comparator.comparingLong(Place::area).reversed())
                .limit(MOST_PLACES)
                .toList();
    }

    private static void add(Place place, List<Place> places) {
        Place whole = place;
        for (int i = 0; i < places.size(); i++) {
            Place other = places.get(i);
            if (other.bars == whole.bars && other.touches(whole)) {
                whole = whole.with(places.remove(i));
                i = -1;
            }
        }
        places.add(whole);
    }

    /** What lines of one direction cross, in coordinates along and across them. */
    private record Crossed(List<Place> bars, List<Place> busy) {}

    /** {@code along} is the length of a line, {@code next} the distance of two pixels on it in the array. */
    private Crossed crossed(int along, int across, int next, int nextLine) {
        int columns = along / window;
        int lines = across / step;
        boolean[][] bars = new boolean[lines][columns];
        boolean[][] busy = new boolean[lines][columns];
        for (int column = 0; column < columns; column++) {
            long before = 0;
            for (int line = 0; line < lines; line++) {
                long pattern = pattern(line * step * nextLine + column * window * next, next);
                int changes = changes(pattern);
                busy[line][column] = changes >= LEAST_CHANGES;
                bars[line][column] = busy[line][column] && Long.bitCount(pattern ^ before) <= changes;
                before = pattern;
            }
        }
        return new Crossed(places(true, bars), places(false, busy));
    }

    /** Dark and light in a window, a bit each; 0 where all is alike. */
    private long pattern(int first, int next) {
        int end = first + window * next;
        int stride = next * size.stride;
        int darkest = 255;
        int lightest = 0;
        for (int at = first; at < end; at += stride) {
            int gray = pixels[at] & 0xFF;
            darkest = Math.min(darkest, gray);
            lightest = Math.max(lightest, gray);
        }
        if (lightest - darkest < LEAST_CONTRAST) {
            return 0;
        }
        int middle = (lightest + darkest) / 2;
        long pattern = 0;
        for (int at = first; at < end; at += stride) {
            pattern = (pattern << 1) | ((pixels[at] & 0xFF) < middle ? 1 : 0);
        }
        return pattern;
    }

    private int changes(long pattern) {
        int bits = (window + size.stride - 1) / size.stride;
        long within = bits >= Long.SIZE ? -1L >>> 1 : (1L << (bits - 1)) - 1;
        return Long.bitCount((pattern ^ (pattern >>> 1)) & within);
    }

    private List<Place> places(boolean bars, boolean[][] cells) {
        keepHigh(cells);
        return together(bars, cells);
    }

    private void keepHigh(boolean[][] cells) {
        int columns = cells.length == 0 ? 0 : cells[0].length;
        for (int column = 0; column < columns; column++) {
            int top = 0;
            for (int line = 0; line <= cells.length; line++) {
                if (line < cells.length && cells[line][column]) {
                    continue;
                }
                for (int low = top; low < line && line - top < size.leastLines; low++) {
                    cells[low][column] = false;
                }
                top = line + 1;
            }
        }
    }

    /** Cells that lie side by side make a place; a single column of them is too narrow for a code. */
    private List<Place> together(boolean bars, boolean[][] cells) {
        List<Place> places = new ArrayList<>();
        for (int line = 0; line < cells.length; line++) {
            for (int column = 0; column < cells[line].length; column++) {
                if (cells[line][column]) {
                    Place some = flood(bars, cells, line, column);
                    if (some.right > some.left) {
                        places.add(new Place(
                                bars,
                                some.left * window,
                                some.top * step,
                                (some.right + 1) * window,
                                (some.bottom + 1) * step));
                    }
                }
            }
        }
        return places;
    }

    private static Place flood(boolean bars, boolean[][] cells, int line, int column) {
        Deque<int[]> open = new ArrayDeque<>();
        Place all = new Place(bars, column, line, column, line);
        visit(cells, line, column, open);
        while (!open.isEmpty()) {
            int[] cell = open.pop();
            all = all.with(new Place(bars, cell[1], cell[0], cell[1], cell[0]));
            visit(cells, cell[0] - 1, cell[1], open);
            visit(cells, cell[0] + 1, cell[1], open);
            visit(cells, cell[0], cell[1] - 1, open);
            visit(cells, cell[0], cell[1] + 1, open);
        }
        return all;
    }

    private static void visit(boolean[][] cells, int line, int column, Deque<int[]> open) {
        if (line >= 0 && line < cells.length && column >= 0 && column < cells[line].length && cells[line][column]) {
            cells[line][column] = false;
            open.push(new int[] {line, column});
        }
    }
}
