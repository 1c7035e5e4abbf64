package io.liasse.capture.page;

import io.liasse.capture.ocr.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A page's picture without the dirt that hinders recognition: shadows, grain of the scanner, specks and dark edges. Each is
 * looked for in the picture of half the size and taken off only where it is found, so that a clean page costs next to
 * nothing. Closing it closes what was made for it.
 *
 * @param gray as large as the page's picture
 * @param bits the same in black and white, half as large
 * @param scale by which {@code gray} is to be scaled for its letters to be of a good size
 * @param made pictures to close
 */
record Clean(Picture gray, Picture bits, double scale, List<Picture> made) implements AutoCloseable {
    private static final int TILES = 12;

    /** Steps of 256 between the paper of the lightest and the darkest parts from which it counts as shadow. */
    private static final int SHADOW = 45;

    /** Steps of 256; standard deviation in the picture of half the size from which it counts as grain. */
    private static final double GRAIN = 5;

    /** Median of the absolute second difference of noise with a standard deviation of 1. */
    private static final double SECOND_DIFFERENCE = 1.65;

    /** Height in the picture of half the size; a full stop of the smallest usual print is higher. */
    private static final int SPECK = 2;

    private static final int MANY_SPECKS = 300;
    private static final double SPECKS_PER_SHAPE = 0.5;

    /** A speck is at most this part as high as a letter; a full stop is about a fifth. */
    private static final int LETTER_PER_SPECK = 9;

    private static final double DARK_EDGE = 0.01;

    /** By how much paper is darker here and there than mostly; even paper is recognised in 4 % less time. */
    private static final int PAPER = 8;

    static Clean of(Scan scan) {
        List<Picture> made = new ArrayList<>();
        Picture gray = scan.gray();
        Picture half = scan.half();
        byte[] light = half.luminance();
        if (grain(light, half.width()) > GRAIN) {
            gray = kept(gray.smoothed(1), made);
            half = kept(gray.scaledPlainly(0.5), made);
            light = half.luminance();
        }
        if (shadow(light, half.width(), half.height()) > SHADOW) {
            gray = kept(gray.evenlyLit(), made);
            half = kept(gray.scaledPlainly(0.5), made);
            light = half.luminance();
        }
        if (scan.picture().depth() > 1) {
            gray = kept(gray.lightened(paper(light) - PAPER), made);
        }
        Picture bits = kept(half.blackAndWhite(), made);
        return withoutSpecks(gray, bits, made);
    }

    private static Clean withoutSpecks(Picture first, Picture firstBits, List<Picture> made) {
        Picture gray = first;
        Picture bits = firstBits;
        Picture edge = kept(bits.atTheEdge(), made);
        if (edge.blackShare() > DARK_EDGE) {
            gray = kept(gray.whitened(edge), made);
            bits = blackAndWhite(gray, made);
        }
        int[] shapes = bits.shapeHeights();
        if (specked(shapes)) {
            int letter = 2 * LetterSize.height(shapes).orElse(LETTER_PER_SPECK);
            try (Picture all = gray.blackAndWhite();
                    Picture specks = all.specks(Math.max(2, letter / LETTER_PER_SPECK))) {
                gray = kept(gray.whitened(specks), made);
            }
            bits = blackAndWhite(gray, made);
            shapes = bits.shapeHeights();
        }
        return new Clean(gray, bits, LetterSize.factor(shapes), made);
    }

    private static Picture blackAndWhite(Picture gray, List<Picture> made) {
        try (Picture half = gray.scaledPlainly(0.5)) {
            return kept(half.blackAndWhite(), made);
        }
    }

    private static Picture kept(Picture picture, List<Picture> made) {
        made.add(picture);
        return picture;
    }

    /** Standard deviation of what changes from pixel to pixel on paper. */
    private static double grain(byte[] light, int width) {
        int[] counts = new int[1024];
        int all = 0;
        for (int row = 0; row + width <= light.length; row += 8 * width) {
            for (int at = row + 1; at < row + width - 1; at++) {
                counts[Math.abs((light[at - 1] & 0xFF) - 2 * (light[at] & 0xFF) + (light[at + 1] & 0xFF))]++;
                all++;
            }
        }
        int below = 0;
        int median = 0;
        while (median < counts.length - 1 && below + counts[median] < all / 2) {
            below += counts[median++];
        }
        return median / SECOND_DIFFERENCE;
    }

    /** By how much the paper is lighter in the lightest tenth of the page's tiles than in the darkest. */
    private static int shadow(byte[] light, int width, int height) {
        int[] paper = new int[TILES * TILES];
        for (int tile = 0; tile < paper.length; tile++) {
            int left = width * (tile % TILES) / TILES;
            int right = width * (tile % TILES + 1) / TILES;
            int top = height * (tile / TILES) / TILES;
            int bottom = height * (tile / TILES + 1) / TILES;
            int[] counts = new int[256];
            int all = 0;
            for (int y = top; y < bottom; y += 4) {
                for (int x = left; x < right; x += 2) {
                    counts[light[y * width + x] & 0xFF]++;
                    all++;
                }
            }
            paper[tile] = lightestBut(counts, all / 5);
        }
        Arrays.sort(paper);
        return paper[paper.length * 9 / 10] - paper[paper.length / 10];
    }

    /** The light that most of the page has, if that is light at all. */
    private static int paper(byte[] light) {
        int[] counts = new int[256];
        for (int at = 0; at < light.length; at += 7) {
            counts[light[at] & 0xFF]++;
        }
        int paper = 128;
        for (int value = paper; value < counts.length; value++) {
            paper = counts[value] > counts[paper] ? value : paper;
        }
        return paper;
    }

    private static int lightestBut(int[] counts, int left) {
        int over = 0;
        for (int value = counts.length - 1; value > 0; value--) {
            over += counts[value];
            if (over > left) {
                return value;
            }
        }
        return 0;
    }

    private static boolean specked(int[] shapes) {
        long specks = Arrays.stream(shapes).filter(height -> height <= SPECK).count();
        return specks > MANY_SPECKS && specks > SPECKS_PER_SHAPE * (shapes.length - specks);
    }

    @Override
    public void close() {
        made.forEach(Picture::close);
    }
}
