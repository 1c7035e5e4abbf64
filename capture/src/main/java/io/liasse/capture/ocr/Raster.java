package io.liasse.capture.ocr;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.function.ObjIntConsumer;

/** Copies the pixels of an image into a Leptonica picture, whose lines are padded to words of 32 bits, most significant first. */
final class Raster {
    private Raster() {}

    static Pointer copy(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return gray(image);
        }
        return image.getColorModel().getPixelSize() == 1
                ? gray(redrawn(image, BufferedImage.TYPE_BYTE_GRAY))
                : colour(image);
    }

    private static Pointer gray(BufferedImage image) {
        int width = image.getWidth();
        Pointer pix = Leptonica.pixCreate(width, image.getHeight(), 8);
        Pointer lines = Leptonica.pixGetData(pix);
        long stride = 4L * Leptonica.pixGetWpl(pix);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < image.getHeight(); y++) {
            lines.write(y * stride, pixels, y * width, width);
        }
        Leptonica.pixEndianByteSwap(pix);
        return pix;
    }

    private static Pointer colour(BufferedImage image) {
        BufferedImage plain =
                image.getType() == BufferedImage.TYPE_INT_RGB ? image : redrawn(image, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
        return isGray(pixels) ? grayOf(pixels, plain.getWidth(), plain.getHeight()) : colour(pixels, plain);
    }

    private static Pointer colour(int[] pixels, BufferedImage image) {
        int width = image.getWidth();
        Pointer pix = Leptonica.pixCreate(width, image.getHeight(), 32);
        Pointer lines = Leptonica.pixGetData(pix);
        long stride = 4L * Leptonica.pixGetWpl(pix);
        int[] line = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                line[x] = pixels[y * width + x] << 8;
            }
            lines.write(y * stride, line, 0, width);
        }
        return pix;
    }

    /** Most drawn pages have no colour; as grey they take a quarter of the memory and of the time. */
    private static boolean isGray(int[] pixels) {
        for (int pixel : pixels) {
            if (((pixel >> 8 ^ pixel) & 0xFFFF) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Pointer grayOf(int[] pixels, int width, int height) {
        Pointer pix = Leptonica.pixCreate(width, height, 8);
        Pointer lines = Leptonica.pixGetData(pix);
        long stride = 4L * Leptonica.pixGetWpl(pix);
        byte[] line = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                line[x] = (byte) pixels[y * width + x];
            }
            lines.write(y * stride, line, 0, width);
        }
        Leptonica.pixEndianByteSwap(pix);
        return pix;
    }

    static byte[] luminance(Pointer pix) {
        int width = Leptonica.pixGetWidth(pix);
        int height = Leptonica.pixGetHeight(pix);
        Pointer swapped = Leptonica.pixEndianByteSwapNew(pix);
        try {
            Pointer lines = Leptonica.pixGetData(swapped);
            long stride = 4L * Leptonica.pixGetWpl(swapped);
            byte[] pixels = new byte[width * height];
            for (int y = 0; y < height; y++) {
                lines.read(y * stride, pixels, y * width, width);
            }
            return pixels;
        } finally {
            Leptonica.pixDestroy(new PointerByReference(swapped));
        }
    }

    /** Leptonica keeps the bits beyond the right edge at 0 in pictures it makes by thresholding. */
    static void eachRow(Pointer pix, ObjIntConsumer<int[]> row) {
        int words = Leptonica.pixGetWpl(pix);
        int height = Leptonica.pixGetHeight(pix);
        Pointer lines = Leptonica.pixGetData(pix);
        int[] line = new int[words];
        for (int y = 0; y < height; y++) {
            lines.read(4L * y * words, line, 0, words);
            row.accept(line, y);
        }
    }

    private static BufferedImage redrawn(BufferedImage image, int type) {
        BufferedImage fresh = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D graphics = fresh.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, fresh.getWidth(), fresh.getHeight());
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return fresh;
    }
}
