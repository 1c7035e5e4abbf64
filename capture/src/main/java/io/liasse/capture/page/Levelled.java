package io.liasse.capture.page;

import io.liasse.capture.ocr.Picture;

/**
 * The picture of a page made ready for recognition: grey, clean, letters of a good size, lines level. Its pictures are its
 * own and closed with it.
 *
 * @param bits the same in black and white, about half as large
 * @param level degrees by which the page was turned clockwise
 * @param scale pixels of {@code gray} per pixel of the page's picture
 */
record Levelled(Picture gray, Picture bits, double level, double scale) implements AutoCloseable {
    private static final double LEAST_SKEW_DEGREES = 0.3;

    static Levelled of(Scan scan) {
        try (Clean clean = Clean.of(scan)) {
            double level = level(clean.bits());
            try (Picture scaled = clean.gray().scaledPlainly(clean.scale())) {
                return new Levelled(scaled.rotated(level), clean.bits().rotated(level), level, clean.scale());
            }
        }
    }

    /** Degrees to turn by; an angle that is not certain counts only if the lines stand out more clearly for it. */
    private static double level(Picture bits) {
        Picture.Skew skew = bits.skew();
        if (Math.abs(skew.degrees()) < LEAST_SKEW_DEGREES) {
            return 0;
        }
        if (skew.sure()) {
            return skew.degrees();
        }
        try (Picture level = bits.rotated(skew.degrees())) {
            return TextLines.clearness(level) > TextLines.clearness(bits) ? skew.degrees() : 0;
        }
    }

    @Override
    public void close() {
        gray.close();
        bits.close();
    }
}
