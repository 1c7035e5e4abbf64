package io.liasse.capture.page;

import java.util.Arrays;

/**
 * How the strokes of letters look in a grey picture, measured along rows of pixels: how wide their edges are, how wide they
 * are themselves, and how much darker than the paper. In a sharp picture an edge takes one or two pixels; the more it is
 * blurred, the more of the stroke is edge.
 *
 * @param count of strokes found
 * @param edge median width of an edge in pixels: its height divided by its steepest step
 * @param width median width of a stroke in pixels, at half its depth
 * @param depth median of how much darker a stroke is than what is beside it, of 255
 */
record Strokes(int count, double edge, double width, double depth) {
    private static final int ROWS_BETWEEN = 6;
    private static final int MOST = 20_000;

    /** Of 255; less is grain of the paper. */
    private static final int LEAST_DEPTH = 16;

    private static final double DEPTH_SHARE = 0.3;

    /** A wider dark place is no stroke of a letter. */
    private static final int STROKES_PER_INCH = 8;

    /** Of a grey picture, its pixels line by line. */
    static Strokes in(byte[] pixels, int width, int resolution, int contrast) {
        Walk walk = new Walk(
                Math.max(LEAST_DEPTH, (int) (DEPTH_SHARE * contrast)), Math.max(4, resolution / STROKES_PER_INCH));
        int height = pixels.length / width;
        for (int y = ROWS_BETWEEN / 2; y < height && walk.count < MOST; y += ROWS_BETWEEN) {
            walk.row(pixels, y * width, width);
        }
        return walk.strokes();
    }

    /** Goes along rows, from light to dark to light. */
    private static final class Walk {
        private final int least;
        private final int widest;
        private final float[] edges = new float[MOST];
        private final float[] widths = new float[MOST];
        private final float[] depths = new float[MOST];
        private int count;

        Walk(int least, int widest) {
            this.least = least;
            this.widest = widest;
        }

        void row(byte[] pixels, int first, int width) {
            int light = first;
            int dark = -1;
            for (int at = first + 1; at < first + width; at++) {
                int value = pixels[at] & 0xFF;
                if (dark < 0) {
                    if (value >= (pixels[light] & 0xFF)) {
                        light = at;
                    } else if ((pixels[light] & 0xFF) - value >= least) {
                        dark = at;
                    }
                } else if (value <= (pixels[dark] & 0xFF)) {
                    dark = at;
                } else if (value - (pixels[dark] & 0xFF) >= least) {
                    int end = top(pixels, at, first + width);
                    note(pixels, light, dark, end);
                    light = end;
                    dark = -1;
                    at = end;
                }
            }
        }

        private static int top(byte[] pixels, int from, int end) {
            int at = from;
            while (at + 1 < end && (pixels[at + 1] & 0xFF) > (pixels[at] & 0xFF)) {
                at++;
            }
            return at;
        }

        private void note(byte[] pixels, int light, int dark, int end) {
            int bottom = pixels[dark] & 0xFF;
            int depth = Math.min(pixels[light] & 0xFF, pixels[end] & 0xFF) - bottom;
            if (count >= MOST || depth < least) {
                return;
            }
            int middle = bottom + depth / 2;
            int left = dark;
            int right = dark;
            int steepest = 1;
            for (int at = light; at < end; at++) {
                steepest = Math.max(steepest, Math.abs((pixels[at + 1] & 0xFF) - (pixels[at] & 0xFF)));
            }
            while (left > light && (pixels[left] & 0xFF) < middle) {
                left--;
            }
            while (right < end && (pixels[right] & 0xFF) < middle) {
                right++;
            }
            if (right - left - 1 <= widest) {
                edges[count] = (float) depth / steepest;
                widths[count] = right - left - 1;
                depths[count] = depth;
                count++;
            }
        }

        Strokes strokes() {
            return new Strokes(count, median(edges), mean(widths), median(depths));
        }

        private double median(float[] values) {
            float[] some = Arrays.copyOf(values, count);
            Arrays.sort(some);
            return count == 0 ? 0 : some[count / 2];
        }

        /** Of the middle half: finer than the median of whole pixels. */
        private double mean(float[] values) {
            float[] some = Arrays.copyOf(values, count);
            Arrays.sort(some);
            double sum = 0;
            for (int at = count / 4; at < count - count / 4; at++) {
                sum += some[at];
            }
            return count == 0 ? 0 : sum / (count - 2 * (count / 4));
        }
    }
}
