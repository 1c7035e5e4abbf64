package io.liasse.capture.ocr;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A decoded picture in native memory (a Leptonica {@code PIX}). Its pixels are never changed: each step gives a new one.
 * Whoever makes one closes it. Not thread-safe.
 */
public final class Picture implements AutoCloseable {
    private static final int BY_SOURCE = 4;
    private static final int AREA_MAP = 1;
    private static final int SHEAR = 2;
    private static final int WHITE = 1;
    private static final int CLONE = 2;
    private static final int DIAGONALS_TOO = 8;
    private static final int IF_BOTH = 6;
    private static final int IF_AT_MOST = 3;
    private static final int WHITE_GRAY = 255;

    /** Of the line structure at the best angle to that at the worst; Leptonica's advice. */
    private static final double CLEAR_SKEW = 3;

    /** Leptonica takes 10 and the level of zlib. */
    private static final int PNG_EFFORT = 10 + 2;

    private final Pointer pix;
    private boolean closed;

    private Picture(Pointer pix) {
        this.pix = pix;
    }

    /** The size in pixels that a file claims, found without decoding it. */
    public static Optional<long[]> size(Path file) {
        IntByReference width = new IntByReference();
        IntByReference height = new IntByReference();
        IntByReference ignored = new IntByReference();
        int failed = Leptonica.pixReadHeader(
                file.toString(),
                new IntByReference(),
                width,
                height,
                ignored,
                new IntByReference(),
                new IntByReference());
        return failed != 0 || width.getValue() <= 0 || height.getValue() <= 0
                ? Optional.empty()
                : Optional.of(new long[] {width.getValue(), height.getValue()});
    }

    /** Decodes JPEG, PNG, TIFF (first frame), WebP, JPEG 2000, BMP or PNM; empty where Leptonica cannot. */
    public static Optional<Picture> read(Path file) {
        return decoded(Leptonica.pixRead(file.toString()));
    }

    /** Decodes one frame of a TIFF file, counted from 0. */
    public static Optional<Picture> readFrame(Path file, int frame) {
        return decoded(Leptonica.pixReadTiff(file.toString(), frame));
    }

    /** Decodes bytes in one of the formats of {@link #read}. */
    public static Optional<Picture> decode(byte[] bytes) {
        return decoded(Leptonica.pixReadMem(bytes, bytes.length));
    }

    /** Copies an image: 1 bit, 8 bits of grey or 24 bits of colour, as the image has. Transparent parts become white. */
    public static Picture of(BufferedImage image, int resolution) {
        Picture picture = new Picture(Raster.copy(image));
        Leptonica.pixSetResolution(picture.pix, resolution, resolution);
        return picture;
    }

    private static Optional<Picture> decoded(@Nullable Pointer read) {
        if (read == null) {
            return Optional.empty();
        }
        int resolution = Leptonica.pixGetXRes(read);
        Pointer opaque = replace(read, Leptonica.pixRemoveAlpha(read));
        Pointer plain = replace(opaque, Leptonica.pixRemoveColormap(opaque, BY_SOURCE));
        int depth = Leptonica.pixGetDepth(plain);
        Pointer usual = depth == 1 ? plain : replace(plain, Leptonica.pixConvertTo8Or32(plain, CLONE, 0));
        Leptonica.pixSetResolution(usual, resolution, resolution);
        return Optional.of(new Picture(usual));
    }

    private static Pointer replace(Pointer old, @Nullable Pointer fresh) {
        if (fresh == null) {
            return old;
        }
        Leptonica.pixDestroy(new PointerByReference(old));
        return fresh;
    }

    Pointer pointer() {
        return pix;
    }

    public int width() {
        return Leptonica.pixGetWidth(pix);
    }

    public int height() {
        return Leptonica.pixGetHeight(pix);
    }

    /** Bits per pixel: 1, 8 or 32. */
    public int depth() {
        return Leptonica.pixGetDepth(pix);
    }

    /** Dots per inch as the file says; 0 where it does not. */
    public int resolution() {
        return Leptonica.pixGetXRes(pix);
    }

    /** Takes a resolution that is known better than by the file. Copies inherit it. */
    public void assumeResolution(int dotsPerInch) {
        Leptonica.pixSetResolution(pix, dotsPerInch, dotsPerInch);
    }

    /** A grey copy of 8 bits. */
    public Picture gray() {
        return made(Leptonica.pixConvertTo8(pix, 0));
    }

    /** A copy in black and white, the threshold adapted to the paper's shade. */
    public Picture blackAndWhite() {
        return made(Leptonica.pixConvertTo1Adaptive(pix));
    }

    /** A copy scaled by a factor; black and white becomes grey when it shrinks. */
    public Picture scaled(double factor) {
        boolean shrunkBits = depth() == 1 && factor < 1;
        return made(
                shrunkBits
                        ? Leptonica.pixScaleToGray(pix, (float) factor)
                        : Leptonica.pixScale(pix, (float) factor, (float) factor));
    }

    /** The same without sharpening, for steps nobody looks at: a third of the time. */
    public Picture scaledPlainly(double factor) {
        boolean shrunkBits = depth() == 1 && factor < 1;
        return shrunkBits ? scaled(factor) : made(Leptonica.pixScaleGeneral(pix, (float) factor, (float) factor, 0, 0));
    }

    /** A copy of a part. */
    public Picture part(int left, int top, int width, int height) {
        Pointer box = Leptonica.boxCreate(left, top, width, height);
        try {
            return made(Leptonica.pixClipRectangle(pix, box, null));
        } finally {
            Leptonica.boxDestroy(new PointerByReference(box));
        }
    }

    /** A copy turned clockwise by 0, 90, 180 or 270 degrees. */
    public Picture turned(int degrees) {
        return made(Leptonica.pixRotateOrth(pix, Math.floorMod(degrees, 360) / 90));
    }

    /** A copy of the same size turned clockwise about its centre by a small angle; corners are filled white. */
    public Picture rotated(double degrees) {
        int type = depth() == 1 ? SHEAR : AREA_MAP;
        return made(Leptonica.pixRotate(pix, (float) Math.toRadians(degrees), type, WHITE, 0, 0));
    }

    /** A copy with the paper equally light everywhere; of a picture of 8 bits. */
    public Picture evenlyLit() {
        return made(Leptonica.pixBackgroundNormSimple(pix, null, null));
    }

    /** A copy with each pixel the mean of those so far around it; of a picture of 8 bits. */
    public Picture smoothed(int around) {
        return made(Leptonica.pixBlockconv(pix, around, around));
    }

    /** A copy in which all that is at least so light is white, and the rest accordingly lighter; of a picture of 8 bits. */
    public Picture lightened(int white) {
        return made(Leptonica.pixGammaTRC(null, pix, 1, 0, white));
    }

    /** Only those connected shapes that are at most so large in both directions; of a picture in black and white. */
    public Picture specks(int size) {
        return made(Leptonica.pixSelectBySize(pix, size, size, DIAGONALS_TOO, IF_BOTH, IF_AT_MOST, null));
    }

    /** Only those connected shapes that touch the edge; of a picture in black and white. */
    public Picture atTheEdge() {
        return made(Leptonica.pixExtractBorderConnComps(pix, DIAGONALS_TOO));
    }

    /** Black pixels of all; of a picture in black and white. */
    public double blackShare() {
        IntByReference black = new IntByReference();
        Leptonica.pixCountPixels(pix, black, null);
        return black.getValue() / ((double) width() * height());
    }

    /**
     * A grey copy that is white where another picture is black.
     *
     * @param there in black and white; brought to this one's size
     */
    public Picture whitened(Picture there) {
        Picture whitened = made(Leptonica.pixCopy(null, pix));
        try (Picture mask = made(Leptonica.pixScaleBinary(
                there.pix, (float) width() / there.width(), (float) height() / there.height()))) {
            Leptonica.pixSetMasked(whitened.pix, mask.pix, WHITE_GRAY);
        }
        return whitened;
    }

    /**
     * Gives each row of pixels with its number: 32 in a word, the leftmost in the highest bit, black as 1; of a picture in
     * black and white. The words are good during the call only.
     */
    public void eachRow(ObjIntConsumer<int[]> row) {
        Raster.eachRow(pix, row);
    }

    /** The grey of each pixel, line by line; of a picture of 8 bits. */
    public byte[] luminance() {
        return Raster.luminance(pix);
    }

    /** The height in pixels of each connected black shape; of a picture in black and white. */
    public int[] shapeHeights() {
        return shapes(Integer.MAX_VALUE).stream()
                .mapToInt(shape -> shape.height)
                .toArray();
    }

    /** Where each connected black shape lies, none where there are more than so many; of a picture in black and white. */
    public List<Rectangle> shapes(int most) {
        Pointer boxes = Leptonica.pixConnCompBB(pix, DIAGONALS_TOO);
        if (boxes == null) {
            return List.of();
        }
        try {
            IntByReference x = new IntByReference();
            IntByReference y = new IntByReference();
            IntByReference width = new IntByReference();
            IntByReference height = new IntByReference();
            List<Rectangle> shapes = new ArrayList<>();
            int count = Leptonica.boxaGetCount(boxes);
            for (int i = 0; i < count && count <= most; i++) {
                Leptonica.boxaGetBoxGeometry(boxes, i, x, y, width, height);
                shapes.add(new Rectangle(x.getValue(), y.getValue(), width.getValue(), height.getValue()));
            }
            return shapes;
        } finally {
            Leptonica.boxaDestroy(new PointerByReference(boxes));
        }
    }

    /**
     * How askew lines of text lie.
     *
     * @param degrees by which the picture must be turned clockwise to level them
     * @param sure whether that is certain; if not, it is the likeliest angle
     */
    public record Skew(double degrees, boolean sure) {}

    /** Of a picture in black and white. */
    public Skew skew() {
        FloatByReference degrees = new FloatByReference();
        FloatByReference confidence = new FloatByReference();
        int failed = Leptonica.pixFindSkew(pix, degrees, confidence);
        return failed != 0 ? new Skew(0, true) : new Skew(degrees.getValue(), confidence.getValue() >= CLEAR_SKEW);
    }

    /**
     * Which way up letters with ascenders stand, judged by these: of a level picture in black and white with 150 to 300 dots
     * per inch.
     *
     * @param up above 0 upright, below 0 on their heads
     * @param left above 0 turned to the left, below 0 to the right
     */
    public record Standing(double up, double left) {}

    /** Of a picture in black and white; zeros where that cannot be told. */
    public Standing standing() {
        FloatByReference up = new FloatByReference();
        FloatByReference left = new FloatByReference();
        int failed = Leptonica.pixOrientDetect(pix, up, left, 0, 0);
        return failed != 0 ? new Standing(0, 0) : new Standing(up.getValue(), left.getValue());
    }

    /** Writes a JPEG file; black and white becomes grey. */
    public void writeJpeg(Path file, int quality) throws IOException {
        check(Leptonica.pixWriteJpeg(file.toString(), pix, quality, 0), file);
    }

    /** Writes a PNG file, packed with little effort: half the time for a tenth more bytes. */
    public void writePng(Path file) throws IOException {
        Leptonica.pixSetSpecial(pix, PNG_EFFORT);
        check(Leptonica.pixWrite(file.toString(), pix, Leptonica.PNG), file);
    }

    /** Writes a TIFF file coded as fax group 4; black and white only. */
    public void writeFax(Path file) throws IOException {
        check(Leptonica.pixWrite(file.toString(), pix, Leptonica.TIFF_G4), file);
    }

    private static void check(int failed, Path file) throws IOException {
        if (failed != 0) {
            throw new IOException("Cannot write the picture " + file.getFileName());
        }
    }

    private static Picture made(@Nullable Pointer made) {
        if (made == null) {
            throw new IllegalStateException("Leptonica made no picture");
        }
        return new Picture(made);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Leptonica.pixDestroy(new PointerByReference(pix));
        }
    }
}
