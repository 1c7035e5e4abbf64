package io.liasse.routes.testing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A stack of papers as one PDF file, page by page. */
public final class Stack {
    private final PDDocument document = new PDDocument();

    /** A page of text. */
    public Stack page(String... lines) throws IOException {
        return page(null, null, lines);
    }

    public Stack blank() {
        document.addPage(new PDPage(PDRectangle.A4));
        return this;
    }

    /** A page with a code above its text. */
    public Stack page(BarcodeFormat format, String code, String... lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            if (code != null) {
                draw(pen, matrix(format, code), format == BarcodeFormat.QR_CODE ? 120 : 300, 120);
            }
            write(pen, List.of(lines));
        }
        return this;
    }

    private static BitMatrix matrix(BarcodeFormat format, String code) {
        try {
            return new MultiFormatWriter().encode(code, format, 1, 1);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void draw(PDPageContentStream pen, BitMatrix matrix, float width, float height) throws IOException {
        float module = width / matrix.getWidth();
        boolean bars = matrix.getHeight() == 1;
        float high = bars ? height / 2 : module;
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    pen.addRect(80 + x * module, 760 - y * module - high, module, high);
                }
            }
        }
        pen.fill();
    }

    private static void write(PDPageContentStream pen, List<String> lines) throws IOException {
        pen.beginText();
        pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        pen.setLeading(16);
        pen.newLineAtOffset(80, 600);
        for (String line : lines) {
            pen.showText(line);
            pen.newLine();
        }
        pen.endText();
    }

    /** A sheet with patch code T along its upper edge: narrow and wide bars of 0.08 and 0.20 inches, 3 inches long. */
    public Stack patchSheet() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            float top = 800;
            for (double inches : new double[] {0.08, 0.20, 0.08, 0.20}) {
                float high = (float) (inches * 72);
                pen.addRect(190, top - high, 216, high);
                top -= high + 0.08f * 72;
            }
            pen.fill();
            write(pen, List.of("Separator sheet"));
        }
        return this;
    }

    public byte[] pdf() throws IOException {
        try (document;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
