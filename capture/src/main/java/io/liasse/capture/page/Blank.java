package io.liasse.capture.page;

import io.liasse.capture.ocr.Picture;

/**
 * Whether a scanned page has nothing on it: no words, and almost no ink. Its margins do not count, where punch holes,
 * staples and the edges of the sheet leave shadows; nor do specks smaller than a pen's line, or what shines through from
 * the back.
 */
final class Blank {
    /** More letters and digits than specks are taken for. */
    private static final int FEW_LETTERS = 4;

    /** Punch holes reach 15 mm into a page. */
    private static final double MARGIN_INCHES = 0.65;

    /** A square as wide as a thin line of a pen, in inches. */
    private static final double SQUARE_INCHES = 0.025;

    /** Darker than the paper by so much, of 255; print that shines through is not. */
    private static final int INK = 60;

    /** Of all squares; a signature has ten times as many. */
    private static final double MOST_INK = 0.0003;

    private Blank() {}

    static boolean is(Scan scan, String text) {
        long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
        return letters <= FEW_LETTERS && ink(scan.half(), scan.resolution() / 2) < MOST_INK;
    }

    private static double ink(Picture picture, int resolution) {
        byte[] pixels = picture.luminance();
        int width = picture.width();
        int margin = (int) (MARGIN_INCHES * resolution);
        int side = Math.max(2, (int) Math.round(SQUARE_INCHES * resolution));
        int paper = paper(pixels);
        long squares = 0;
        long dark = 0;
        for (int top = margin; top + side < pixels.length / width - margin; top += side) {
            for (int left = margin; left + side < width - margin; left += side) {
                squares++;
                dark += mean(pixels, top * width + left, width, side) < paper - INK ? 1 : 0;
            }
        }
        return squares == 0 ? 1 : (double) dark / squares;
    }

    /** The shade of most of the page. */
    private static int paper(byte[] pixels) {
        long[] shades = new long[256];
        for (byte each : pixels) {
            shades[each & 0xFF]++;
        }
        long lighter = 0;
        int shade = 255;
        while (shade > 0 && (lighter += shades[shade]) * 2 < pixels.length) {
            shade--;
        }
        return shade;
    }

    private static int mean(byte[] pixels, int first, int width, int side) {
        int sum = 0;
        for (int line = 0; line < side; line++) {
            for (int at = first + line * width; at < first + line * width + side; at++) {
                sum += pixels[at] & 0xFF;
            }
        }
        return sum / (side * side);
    }
}
