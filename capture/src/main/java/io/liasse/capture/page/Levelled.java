package io.liasse.capture.page;

import io.liasse.capture.ocr.Picture;

/**
 * The picture of a page made ready for recognition: grey, letters of a good size, lines level. Its pictures are its own
 * and closed with it.
 *
 * @param bits the same in black and white, about half as large
 * @param level degrees by which the page was turned clockwise
 * @param scale pixels of {@code gray} per pixel of the page's picture
 */
record Levelled(Picture gray, Picture bits, double level, double scale) implements AutoCloseable {
    private static final double LEAST_SKEW_DEGREES = 0.3;

    static Levelled of(Scan scan) {
        Picture gray = scan.gray();
        try (Picture bits = scan.half().blackAndWhite()) {
            double skew = bits.skew();
            double level = Math.abs(skew) < LEAST_SKEW_DEGREES ? 0 : skew;
            double scale = LetterSize.factor(bits);
            try (Picture scaled = gray.scaledPlainly(scale)) {
                return new Levelled(scaled.rotated(level), bits.rotated(level), level, scale);
            }
        }
    }

    @Override
    public void close() {
        gray.close();
        bits.close();
    }
}
