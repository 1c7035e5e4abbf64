package io.liasse.capture.ocr;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import net.sourceforge.tess4j.ITessAPI;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.TessAPI1;

/** Tesseract, with one handle per language that is made at first use and kept. Not thread-safe. */
public final class Recogniser {
    private static final String ORIENTATION = "osd";

    private final Path models;
    private final Map<String, TessBaseAPI> handles = new HashMap<>();

    public Recogniser(Path models) {
        this.models = models;
    }

    /**
     * Recognises the words of an upright picture.
     *
     * @param language code of Tesseract: fra, deu, ita, eng
     */
    public Recognition recognise(Picture picture, String language) {
        TessBaseAPI handle = handle(language);
        try {
            show(handle, picture);
            return recognise(handle);
        } finally {
            TessAPI1.TessBaseAPIClear(handle);
        }
    }

    /** Recognises an upright picture that holds nothing but a line of text. */
    public Recognition recogniseLine(Picture picture, String language) {
        return recogniseAs(ITessAPI.TessPageSegMode.PSM_SINGLE_LINE, picture, language);
    }

    /** Recognises an upright picture that holds nothing but a paragraph. */
    public Recognition recogniseParagraph(Picture picture, String language) {
        return recogniseAs(ITessAPI.TessPageSegMode.PSM_SINGLE_BLOCK, picture, language);
    }

    private Recognition recogniseAs(int segmentation, Picture picture, String language) {
        TessBaseAPI handle = handle(language);
        try {
            TessAPI1.TessBaseAPISetPageSegMode(handle, segmentation);
            show(handle, picture);
            return recognise(handle);
        } finally {
            TessAPI1.TessBaseAPIClear(handle);
            TessAPI1.TessBaseAPISetPageSegMode(handle, segmentation(language));
        }
    }

    private static Recognition recognise(TessBaseAPI handle) {
        return TessAPI1.TessBaseAPIRecognize(handle, null) == 0
                ? WordWalk.words(handle)
                : new Recognition(java.util.List.of());
    }

    /** Degrees by which a picture must be turned clockwise for its text to be upright; 0 where that is unclear. */
    public int turn(Picture picture) {
        TessBaseAPI handle = handle(ORIENTATION);
        try {
            show(handle, picture);
            IntBuffer degrees = IntBuffer.allocate(1);
            FloatBuffer certainty = FloatBuffer.allocate(1);
            int found = TessAPI1.TessBaseAPIDetectOrientationScript(
                    handle, degrees, certainty, new PointerByReference(), FloatBuffer.allocate(1));
            return found == 0 || certainty.get(0) < 1 ? 0 : Math.floorMod(360 - degrees.get(0), 360);
        } finally {
            TessAPI1.TessBaseAPIClear(handle);
        }
    }

    private static void show(TessBaseAPI handle, Picture picture) {
        Shown.TessBaseAPISetImage2(handle.getPointer(), picture.pointer());
        TessAPI1.TessBaseAPISetSourceResolution(handle, picture.resolution() < 70 ? 300 : picture.resolution());
    }

    private TessBaseAPI handle(String language) {
        return handles.computeIfAbsent(language, this::open);
    }

    private TessBaseAPI open(String language) {
        TessBaseAPI handle = TessAPI1.TessBaseAPICreate();
        int engine = language.equals(ORIENTATION)
                ? ITessAPI.TessOcrEngineMode.OEM_TESSERACT_ONLY
                : ITessAPI.TessOcrEngineMode.OEM_LSTM_ONLY;
        if (TessAPI1.TessBaseAPIInit2(handle, models.toString(), language, engine) != 0) {
            throw new IllegalStateException("Tesseract cannot use the language model " + language);
        }
        TessAPI1.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
        TessAPI1.TessBaseAPISetPageSegMode(handle, segmentation(language));
        return handle;
    }

    private static int segmentation(String language) {
        return language.equals(ORIENTATION) ? ITessAPI.TessPageSegMode.PSM_OSD_ONLY : ITessAPI.TessPageSegMode.PSM_AUTO;
    }

    /** The one function that tess4j binds to a type of lept4j, bound to the picture's address instead. */
    private static final class Shown {
        static {
            Native.register(Shown.class, "tesseract");
        }

        private Shown() {}

        static native void TessBaseAPISetImage2(Pointer handle, Pointer picture);
    }
}
