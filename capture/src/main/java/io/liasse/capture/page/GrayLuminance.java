package io.liasse.capture.page;

import com.google.zxing.LuminanceSource;
import org.jspecify.annotations.Nullable;

/** Grey pixels as zxing wants them. */
final class GrayLuminance extends LuminanceSource {
    private final byte[] pixels;

    GrayLuminance(int width, int height, byte[] pixels) {
        super(width, height);
        this.pixels = pixels;
    }

    @Override
    public byte[] getRow(int y, byte @Nullable [] row) {
        byte[] line = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        System.arraycopy(pixels, y * getWidth(), line, 0, getWidth());
        return line;
    }

    @Override
    public byte[] getMatrix() {
        return pixels;
    }

    @Override
    public boolean isCropSupported() {
        return true;
    }

    @Override
    public LuminanceSource crop(int left, int top, int width, int height) {
        byte[] piece = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, (top + y) * getWidth() + left, piece, y * width, width);
        }
        return new GrayLuminance(width, height, piece);
    }

    @Override
    public boolean isRotateSupported() {
        return true;
    }

    @Override
    public LuminanceSource rotateCounterClockwise() {
        int width = getWidth();
        int height = getHeight();
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[(width - 1 - x) * height + y] = pixels[y * width + x];
            }
        }
        return new GrayLuminance(height, width, turned);
    }
}
