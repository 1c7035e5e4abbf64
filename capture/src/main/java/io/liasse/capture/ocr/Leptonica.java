package io.liasse.capture.ocr;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/**
 * The two dozen functions of Leptonica 1.87 that are used here, named as in its documentation. Bound one by one: the
 * full binding of lept4j takes 2,500 at start.
 */
final class Leptonica {
    static final int JPEG = 2;
    static final int PNG = 3;
    static final int TIFF_G4 = 8;

    private static final int SILENT = 6;

    static {
        Native.register(Leptonica.class, "leptonica");
        setMsgSeverity(SILENT);
    }

    private Leptonica() {}

    static native int setMsgSeverity(int level);

    static native Pointer pixRead(String file);

    static native Pointer pixReadTiff(String file, int frame);

    static native Pointer pixReadMem(byte[] bytes, long size);

    static native int pixReadHeader(
            String file,
            IntByReference format,
            IntByReference width,
            IntByReference height,
            IntByReference bitsPerSample,
            IntByReference samples,
            IntByReference palette);

    static native void pixDestroy(PointerByReference picture);

    static native Pointer pixCreate(int width, int height, int depth);

    static native int pixGetWidth(Pointer picture);

    static native int pixGetHeight(Pointer picture);

    static native int pixGetDepth(Pointer picture);

    static native int pixGetXRes(Pointer picture);

    static native int pixSetResolution(Pointer picture, int x, int y);

    static native Pointer pixGetData(Pointer picture);

    static native int pixGetWpl(Pointer picture);

    static native int pixEndianByteSwap(Pointer picture);

    static native Pointer pixEndianByteSwapNew(Pointer picture);

    static native int pixSetSpecial(Pointer picture, int special);

    static native Pointer pixRemoveAlpha(Pointer picture);

    static native Pointer pixRemoveColormap(Pointer picture, int type);

    static native Pointer pixConvertTo8(Pointer picture, int palette);

    static native Pointer pixConvertTo8Or32(Pointer picture, int copy, int warn);

    static native Pointer pixConvertTo1Adaptive(Pointer picture);

    static native Pointer pixScale(Pointer picture, float x, float y);

    static native Pointer pixScaleGeneral(Pointer picture, float x, float y, float sharpening, int sharpeningWidth);

    static native Pointer pixScaleToGray(Pointer picture, float factor);

    static native int pixOrientDetect(
            Pointer picture, FloatByReference up, FloatByReference left, int leastCount, int debug);

    static native int pixFindSkew(Pointer picture, FloatByReference degrees, FloatByReference confidence);

    static native Pointer pixRotate(Pointer picture, float radians, int type, int incoming, int width, int height);

    static native @Nullable Pointer pixConnCompBB(Pointer picture, int connectivity);

    static native int boxaGetCount(Pointer boxes);

    static native int boxaGetBoxGeometry(
            Pointer boxes,
            int index,
            @Nullable IntByReference x,
            @Nullable IntByReference y,
            IntByReference width,
            IntByReference height);

    static native void boxaDestroy(PointerByReference boxes);

    static native @Nullable Pointer pixBackgroundNormSimple(
            Pointer picture, @Nullable Pointer imageMask, @Nullable Pointer gray);

    static native @Nullable Pointer pixGammaTRC(
            @Nullable Pointer target, Pointer picture, float gamma, int black, int white);

    static native @Nullable Pointer pixBlockconv(Pointer picture, int halfWidth, int halfHeight);

    static native @Nullable Pointer pixSelectBySize(
            Pointer picture,
            int width,
            int height,
            int connectivity,
            int type,
            int relation,
            @Nullable IntByReference changed);

    static native @Nullable Pointer pixExtractBorderConnComps(Pointer picture, int connectivity);

    static native @Nullable Pointer pixScaleBinary(Pointer picture, float x, float y);

    static native int pixSetMasked(Pointer picture, Pointer mask, int value);

    static native int pixCountPixels(Pointer picture, IntByReference count, @Nullable Pointer table);

    static native @Nullable Pointer pixCopy(@Nullable Pointer target, Pointer picture);

    static native Pointer boxCreate(int x, int y, int width, int height);

    static native void boxDestroy(PointerByReference box);

    static native Pointer pixClipRectangle(Pointer picture, Pointer box, @Nullable Pointer clipped);

    static native Pointer pixRotateOrth(Pointer picture, int quarters);

    static native int pixWrite(String file, Pointer picture, int format);

    static native int pixWriteJpeg(String file, Pointer picture, int quality, int progressive);
}
