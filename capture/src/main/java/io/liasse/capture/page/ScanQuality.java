package io.liasse.capture.page;

import io.liasse.capture.Reading.Hint;
import io.liasse.capture.ocr.Picture;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is wrong with the picture of a page, so that whoever scans it can do so again: measured on its strokes, shades and
 * edges, in a hundredth of the time of its recognition. Limits leave a gap to what good scans of print and typescript have;
 * an unneeded warning is worse than a missed one.
 */
final class ScanQuality {
    /** In pixels. Sharp print has 1 to 2.7, whatever the resolution. */
    private static final double BLURRED_EDGE = 3;

    /** In pixels at 300 dots per inch. */
    private static final double BLURRED_EDGE_AT_300 = 5;

    /** Of the width of a stroke; large letters may have soft edges. */
    private static final double BLURRED_SHARE = 0.3;

    private static final int FEW_STROKES = 60;
    private static final int TEXT_STROKES = 400;

    /** Of 255; a lit page of paper has more than 160. */
    private static final int DARK_PAPER = 100;

    /** Of 255, between paper and ink; carbon copies have 95. */
    private static final int FAINT = 60;

    /** In pixels; Tesseract reads letters of 10 with many errors. */
    private static final int COARSE_LETTER = 9;

    private static final double COARSE_STROKE = 2.6;
    private static final int LOWEST_SHAPE = 3;
    private static final int HIGHEST_SHAPE = 60;
    private static final int ENOUGH_SHAPES = 40;
    private static final double LETTER_SHARE = 0.7;

    /** Below this, what is measured on shapes is measured on the whole picture, else on the one of half the size. */
    private static final int FINE = 225;

    private static final double STANDS_ON_HEAD = 8;
    private static final double LIES_ON_SIDE = 10;

    private static final double PAPER_SHARE = 0.8;
    private static final double INK_SHARE = 0.003;

    private final Scan scan;
    private final byte[] pixels;
    private final int paper;
    private final int contrast;
    private final Strokes strokes;

    private ScanQuality(Scan scan) {
        this.scan = scan;
        this.pixels = scan.gray().luminance();
        int[] shades = shades(pixels);
        this.paper = shade(shades, PAPER_SHARE);
        this.contrast = paper - shade(shades, INK_SHARE);
        this.strokes = Strokes.in(pixels, scan.gray().width(), scan.resolution(), contrast);
    }

    /** All but what the reading tells by itself: whether the page is blank and how it lies. */
    static Set<Hint> of(Scan scan) {
        return new ScanQuality(scan).measured();
    }

    /** All that can be told without reading. */
    static Set<Hint> atFirstSight(Scan scan) {
        ScanQuality quality = new ScanQuality(scan);
        Set<Hint> hints = quality.measured();
        if (hints.isEmpty() && Blank.is(scan, "")) {
            hints.add(Hint.BLANK);
        } else if (quality.strokes.count() >= FEW_STROKES) {
            quality.addStanding(hints);
        }
        return hints;
    }

    private Set<Hint> measured() {
        Set<Hint> hints = EnumSet.noneOf(Hint.class);
        if (paper < DARK_PAPER) {
            hints.add(Hint.TOO_DARK);
            return hints;
        }
        if (contrast < FAINT) {
            if (strokes.count() >= TEXT_STROKES && atThreeHundred() < BLURRED_EDGE_AT_300) {
                hints.add(Hint.TOO_LIGHT);
            }
            return hints;
        }
        if (blurred()) {
            hints.add(Hint.BLURRED);
        } else if (coarse()) {
            hints.add(Hint.TOO_COARSE);
        }
        if (cut()) {
            hints.add(Hint.CUT);
        }
        return hints;
    }

    private boolean blurred() {
        return strokes.count() >= FEW_STROKES
                && strokes.edge() >= BLURRED_EDGE
                && atThreeHundred() >= BLURRED_EDGE_AT_300
                && strokes.edge() >= BLURRED_SHARE * strokes.width();
    }

    private double atThreeHundred() {
        return strokes.edge() * 300 / scan.resolution();
    }

    /** Pages of more dots have letters of more than these. */
    private boolean coarse() {
        if (scan.resolution() >= FINE || strokes.count() < FEW_STROKES || strokes.width() > COARSE_STROKE) {
            return false;
        }
        try (Picture bits = scan.gray().blackAndWhite()) {
            int[] heights = Arrays.stream(bits.shapeHeights())
                    .filter(height -> height >= LOWEST_SHAPE && height <= HIGHEST_SHAPE)
                    .sorted()
                    .toArray();
            return heights.length >= ENOUGH_SHAPES && heights[(int) (heights.length * LETTER_SHARE)] < COARSE_LETTER;
        }
    }

    private boolean cut() {
        Picture half = scan.half();
        int ink = paper - Math.max(20, (int) strokes.depth() / 2);
        return strokes.count() >= FEW_STROKES
                && new CutEdges(half.luminance(), half.width(), scan.resolution() / 2, ink).any();
    }

    private void addStanding(Set<Hint> hints) {
        boolean fine = scan.resolution() >= FINE;
        try (Picture bits = (fine ? scan.half() : scan.gray()).blackAndWhite()) {
            Picture.Standing standing = bits.standing();
            double up = standing.up();
            double left = Math.abs(standing.left());
            if (-up > STANDS_ON_HEAD && -up > left) {
                hints.add(Hint.UPSIDE_DOWN);
            } else if (left > LIES_ON_SIDE && left > 2 * Math.abs(up)) {
                hints.add(Hint.ON_ITS_SIDE);
            }
        }
    }

    private static int[] shades(byte[] pixels) {
        int[] shades = new int[256];
        for (int at = 0; at < pixels.length; at += 7) {
            shades[pixels[at] & 0xFF]++;
        }
        return shades;
    }

    /** The shade that so large a share of the pixels does not exceed. */
    private static int shade(int[] shades, double share) {
        double wanted = share * Arrays.stream(shades).sum();
        int sum = 0;
        for (int shade = 0; shade < shades.length; shade++) {
            sum += shades[shade];
            if (sum >= wanted) {
                return shade;
            }
        }
        return 255;
    }
}
