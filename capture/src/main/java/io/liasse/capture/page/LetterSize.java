package io.liasse.capture.page;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How large the letters of a page are, and by what factor a picture is best scaled before its text is recognised. Tesseract
 * brings every line to the same height anyway, so letters larger than it needs only cost time, and smaller ones are read
 * better when enlarged first.
 */
final class LetterSize {
    /** Shapes lower than this, in pixels of the black and white picture, are dots and specks; higher ones are no letters. */
    private static final int LOWEST = 4;

    private static final int HIGHEST = 60;
    private static final int ENOUGH_SHAPES = 20;

    /** Seven shapes in ten are no higher: in usual print this is a letter with an ascender, in capitals a capital. */
    private static final double SHARE = 0.7;

    private static final int WANTED = 20;
    private static final double LEAST_SHRINKING = 0.85;
    private static final int SMALL = 14;
    private static final int WANTED_OF_SMALL = 20;

    private LetterSize() {}

    /**
     * The factor for a picture.
     *
     * @param shapes heights of the black shapes in the picture when half as large
     * @return 1 where the letters are of a good size or cannot be told
     */
    static double factor(int[] shapes) {
        OptionalInt height = height(shapes);
        if (height.isEmpty()) {
            return 1;
        }
        int letter = 2 * height.getAsInt();
        if (letter <= SMALL) {
            return (double) WANTED_OF_SMALL / letter;
        }
        double factor = (double) WANTED / letter;
        return factor < LEAST_SHRINKING ? factor : 1;
    }

    /** Of a letter, in pixels of the picture that is half as large. */
    static OptionalInt height(int[] shapes) {
        int[] heights = Arrays.stream(shapes)
                .filter(height -> height >= LOWEST && height <= HIGHEST)
                .sorted()
                .toArray();
        return heights.length < ENOUGH_SHAPES
                ? OptionalInt.empty()
                : OptionalInt.of(heights[(int) (heights.length * SHARE)]);
    }
}
