package io.liasse.capture.page;

/**
 * Whether text runs out of the picture: several lines of letters touch one edge and go on inwards. Dark edges of the scanner
 * are long where letters are short; ruled lines have no strokes; specks at the edge have no text beside them.
 */
final class CutEdges {
    /** So many lines of text must touch the left or the right edge. */
    private static final int LINES = 4;

    /** So many letters of a line must touch the upper or the lower edge. */
    private static final int LETTERS = 14;

    /** At most this share of an edge may be dark. */
    private static final double MOST_DARK = 0.3;

    private static final double LETTER_INCH = 0.16;
    private static final double BESIDE_INCH = 0.45;
    private static final int STROKES_BESIDE = 2;
    private static final double STROKE_INCH = 0.05;

    private final byte[] pixels;
    private final int width;
    private final int height;
    private final int resolution;
    private final int dark;

    /**
     * Of a grey picture.
     *
     * @param dark from this shade on a pixel is ink
     */
    CutEdges(byte[] pixels, int width, int resolution, int dark) {
        this.pixels = pixels;
        this.width = width;
        this.height = pixels.length / width;
        this.resolution = resolution;
        this.dark = dark;
    }

    boolean any() {
        return side(false) >= LINES || side(true) >= LINES || end(false) || end(true);
    }

    private boolean ink(int x, int y) {
        return (pixels[y * width + x] & 0xFF) < dark;
    }

    /** The lines of text that touch the left or the right edge. */
    int side(boolean right) {
        int longest = (int) (LETTER_INCH * resolution);
        int joined = Math.max(1, resolution / 60);
        int lines = 0;
        int all = 0;
        int run = 0;
        int gap = joined + 1;
        boolean text = false;
        for (int y = 0; y < height; y++) {
            boolean touches = ink(right ? width - 1 : 0, y) || ink(right ? width - 2 : 1, y);
            if (touches) {
                all++;
                run++;
                text |= strokesBeside(right, y) >= STROKES_BESIDE;
                gap = 0;
            } else if (run > 0 && ++gap > joined) {
                lines += text && run >= 2 && run <= longest ? 1 : 0;
                run = 0;
                text = false;
            }
        }
        return all > MOST_DARK * height ? 0 : lines;
    }

    private int strokesBeside(boolean right, int y) {
        int reach = (int) Math.min(BESIDE_INCH * resolution, width - 1);
        int strokes = 0;
        boolean before = true;
        for (int x = 2; x < reach; x++) {
            boolean now = ink(right ? width - 1 - x : x, y);
            strokes += now && !before ? 1 : 0;
            before = now;
        }
        return strokes;
    }

    /** Whether a line of text touches the upper or the lower edge. */
    boolean end(boolean lower) {
        int deep = (int) (LETTER_INCH * resolution);
        int touching = Math.min(strokes(lower, 0), strokes(lower, 1));
        if (touching < LETTERS || height < 2 * deep) {
            return false;
        }
        for (int y = 2; y <= deep; y++) {
            if (strokes(lower, y) <= touching / 6) {
                return true;
            }
        }
        return false;
    }

    /** The letter-like strokes a row cuts; none when much of it is dark. */
    int strokes(boolean lower, int row) {
        int y = lower ? height - 1 - row : row;
        int widest = (int) Math.max(2, STROKE_INCH * resolution);
        int strokes = 0;
        int run = 0;
        int all = 0;
        for (int x = 0; x < width; x++) {
            if (ink(x, y)) {
                run++;
                all++;
            } else {
                strokes += run > 0 && run <= widest ? 1 : 0;
                run = 0;
            }
        }
        return all > MOST_DARK * width ? 0 : strokes;
    }
}
