package io.liasse.capture.rendition;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import io.liasse.capture.PrintedSheet;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Draws the sheets that lie in stacks of papers. */
public final class SheetPdf {
    private static final float INCH = 72;
    private static final float LEFT = 70;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float QR = 170;
    private static final float BARS = 70;

    /** Narrow and wide bars of patch code T from the edge inwards, in inches, and its length (Kodak Cat. 845 9380). */
    private static final float[] PATCH = {0.08f, 0.20f, 0.08f, 0.20f};

    private static final float PATCH_GAP = 0.08f;
    private static final float PATCH_LENGTH = 3f;
    private static final float PATCH_MARGIN = 0.4f;

    private final PDPageContentStream pen;
    private final FontLetters letters;

    private SheetPdf(PDPageContentStream pen, PDType0Font font) {
        this.pen = pen;
        this.letters = new FontLetters(font);
    }

    /** One page. */
    public static void write(PrintedSheet sheet, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            document.getDocumentInformation().setTitle(sheet.heading());
            PDType0Font font = PDType0Font.load(document, TextPages.typeface(), true);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                new SheetPdf(pen, font).draw(sheet);
            }
            document.save(out);
        }
    }

    private void draw(PrintedSheet sheet) throws IOException {
        if (sheet.patch()) {
            patch();
        }
        float y = 690;
        y = text(sheet.heading(), 20, y) - 14;
        y = text(sheet.large(), 52, y - 30) - 22;
        for (String line : sheet.lines()) {
            y = text(line, 13, y) - 4;
        }
        square(matrix(BarcodeFormat.QR_CODE, sheet.code()), LEFT, 225);
        bars(matrix(BarcodeFormat.CODE_128, sheet.code()), LEFT, 125);
        text(sheet.code(), 10, 108);
    }

    /** Lines from {@code y} on; returns where the next one begins. */
    private float text(String text, float size, float y) throws IOException {
        float next = y;
        for (FontLetters.Piece piece : letters.wrap(text, size, WIDTH)) {
            pen.beginText();
            pen.setFont(letters.font(), size);
            pen.newLineAtOffset(LEFT, next);
            pen.showText(piece.shown());
            pen.endText();
            next -= size * 1.3f;
        }
        return next;
    }

    private static BitMatrix matrix(BarcodeFormat format, String code) {
        try {
            return new MultiFormatWriter().encode(code, format, 1, 1);
        } catch (WriterException e) {
            throw new IllegalArgumentException("not a value for " + format, e);
        }
    }

    private void square(BitMatrix matrix, float left, float bottom) throws IOException {
        float module = QR / matrix.getHeight();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    pen.addRect(left + x * module, bottom + QR - (y + 1) * module, module, module);
                }
            }
        }
        pen.fill();
    }

    private void bars(BitMatrix matrix, float left, float bottom) throws IOException {
        float module = WIDTH / matrix.getWidth();
        for (int x = 0; x < matrix.getWidth(); x++) {
            if (matrix.get(x, 0)) {
                pen.addRect(left + x * module, bottom, module, BARS);
            }
        }
        pen.fill();
    }

    /** Along both edges, so that it does not matter which way up the sheet lies. */
    private void patch() throws IOException {
        float left = (PDRectangle.A4.getWidth() - PATCH_LENGTH * INCH) / 2;
        float inwards = PATCH_MARGIN * INCH;
        for (float each : PATCH) {
            float high = each * INCH;
            pen.addRect(left, PDRectangle.A4.getHeight() - inwards - high, PATCH_LENGTH * INCH, high);
            pen.addRect(left, inwards, PATCH_LENGTH * INCH, high);
            inwards += high + PATCH_GAP * INCH;
        }
        pen.fill();
    }
}
