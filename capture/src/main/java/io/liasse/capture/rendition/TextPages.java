package io.liasse.capture.rendition;

import io.liasse.capture.Reading.Cause;
import io.liasse.capture.page.PageReading;
import io.liasse.capture.worker.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Lays text out on A4 pages in a PDF/A-2b file, and keeps the exact text of each page beside it, because the font does
 * not have every letter there is.
 *
 * @param number of pages, at least one
 */
public record TextPages(Path pdf, int number) {
    private static final float SIZE = 10;
    private static final float LEADING = 13;
    private static final float MARGIN = 50;
    private static final int LINES = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN) / LEADING);
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Writes the pages of a text to the document's folder. */
    public static TextPages write(String text, Path source, Path folder, int mostPages) throws IOException {
        Path pdf = folder.resolve("document.pdf");
        Files.createDirectories(folder.resolve("text"));
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            PDType0Font font = font(document);
            int number = new Setting(document, font, folder, mostPages).set(text);
            PdfA.claim(document, null, source);
            document.save(pdf.toFile());
            return new TextPages(pdf, number);
        }
    }

    static TrueTypeFont typeface() {
        return Typeface.FONT;
    }

    /** The font of all pages that are set here. */
    static PDType0Font font(PDDocument document) throws IOException {
        return PDType0Font.load(document, Typeface.FONT, true);
    }

    /** The typeface, parsed at first use and kept for all documents. */
    private static final class Typeface {
        static final TrueTypeFont FONT = parsed();

        private static TrueTypeFont parsed() {
            try (InputStream font = PDFont.class.getResourceAsStream(FILE)) {
                return new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(font)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The work on one document. */
    private static final class Setting {
        private final PDDocument document;
        private final FontLetters letters;
        private final Path folder;
        private final int mostPages;
        private final List<String> shown = new ArrayList<>();
        private final StringBuilder exact = new StringBuilder();
        private int pages;

        Setting(PDDocument document, PDType0Font font, Path folder, int mostPages) {
            this.document = document;
            this.letters = new FontLetters(font);
            this.folder = folder;
            this.mostPages = mostPages;
        }

        int set(String text) throws IOException {
            for (String line : text.lines().toList()) {
                setLine(line.stripTrailing().replace("\t", "    "));
            }
            if (!shown.isEmpty() || pages == 0) {
                finishPage();
            }
            return pages;
        }

        private void setLine(String line) throws IOException {
            List<FontLetters.Piece> pieces = letters.wrap(line, SIZE, PDRectangle.A4.getWidth() - 2 * MARGIN);
            for (FontLetters.Piece piece : pieces) {
                if (shown.size() == LINES) {
                    finishPage();
                }
                shown.add(piece.shown());
                exact.append(piece.exact());
            }
            exact.append('\n');
        }

        private void finishPage() throws IOException {
            if (++pages > mostPages) {
                throw RefusedException.failed(null, Cause.TOO_MANY_PAGES, "more than " + mostPages + " pages");
            }
            Files.writeString(
                    PageReading.textFile(folder, pages), exact.toString().strip());
            exact.setLength(0);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            draw(page);
            shown.clear();
        }

        private void draw(PDPage page) throws IOException {
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(letters.font(), SIZE);
                content.setLeading(LEADING);
                content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN - SIZE);
                for (String line : shown) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
        }
    }
}
