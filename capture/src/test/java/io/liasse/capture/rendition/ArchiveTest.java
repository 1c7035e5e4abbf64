package io.liasse.capture.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReadOrder;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import io.liasse.capture.Samples;
import io.liasse.capture.WordRecall;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans become PDF/A-2b that veraPDF accepts, not much larger than they came, with text that can be copied. */
@Tag("samples")
final class ArchiveTest {
    /** Font, metadata and colour profile, and the words of the pages. */
    private static final int OVERHEAD = 32_000;

    private static DocumentReader reader;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        reader = new DocumentReader(ReaderSettings.usual());
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "images/testJPEG.jp2",
                "images/testJPEG_EXIF.jpg",
                "scans/3small.pdf",
                "scans/aspect.pdf",
                "scans/baiona_gray.png",
                "scans/ccitt.pdf",
                "scans/ccittg3.tif",
                "scans/ccittg4multi.tif",
                "scans/francais.pdf",
                "scans/jbig2.pdf",
                "scans/lzw.tif",
                "scans/multi-page-images.pdf",
                "scans/multi-page-images.tiff",
                "scans/multitiff.pdf",
                "scans/no-text-alpha.png",
                "scans/ocr_test_rotated_90.pdf",
                "scans/palette.pdf",
                "scans/pdf13.pdf",
                "scans/rotated_skew.pdf",
                "scans/simple.gif",
                "scans/simple.jpg",
                "scans/tagged-but-no-text.pdf",
                "scans/testTIFF_multipage.tif",
                "scans/typewriter.png"
            })
    void keepsScansAsTheArchiveStandardWantsThem(String name) throws Exception {
        Path file = Samples.file("capture/" + name);
        Path pdf = pdf(read(file));
        assertThat(Conformance.broken(pdf)).isEmpty();
        assertThat(Files.size(pdf)).isLessThan(Files.size(file) * 3 / 2 + OVERHEAD);
    }

    /** Words have gaps, lines end, and a reader finds the same words as the recognition. */
    @ParameterizedTest
    @CsvSource({
        "ocr-pages/rendered-de/de-install-p058.jpg, 0.97",
        "ocr-pages/rendered-fr/fr-install-p073.tif, 0.99",
        "ocr-pages/rendered-it/it-install-p086.png, 0.99",
        "capture/scans/rotated_skew.pdf, 0.97",
        "capture/scans/ocr_test_rotated_90.pdf, 0.97"
    })
    void laysTextThatCanBeCopied(String name, double recall) throws IOException {
        Reading.Read read = read(Samples.file(name));
        String text = read.pages().stream().map(Reading.ReadPage::text).collect(Collectors.joining("\n"));
        assertThat(WordRecall.of(text, copied(pdf(read)))).isGreaterThan(recall);
    }

    /** No line is sampled where the language is known, and Tesseract reads some lines that run up a page. */
    @Test
    void laysTextTheWayThePageIsTurnedWhereItsLanguageIsKnown() throws IOException {
        Reading.Read read = read(Samples.file("capture/scans/ocr_test_rotated_90.pdf"), "en");
        assertThat(WordRecall.of(read.pages().getFirst().text(), copied(pdf(read))))
                .isGreaterThan(0.97);
    }

    @Test
    void keepsTheOrderOfReadingAndTheHyphensAtLineEnds() throws IOException {
        Reading.Read read = read(Samples.file("ocr-pages/rendered-fr/fr-install-p073.tif"));
        String copied = copied(pdf(read));
        assertThat(copied).contains("debian-\nboot@").contains("La Sec-\ntion");
        assertThat(copied.strip().replaceAll("\\s+", " "))
                .isEqualTo(read.pages().getFirst().text().strip().replaceAll("\\s+", " "));
    }

    /** Text that was there stays as it is; what nobody has checked claims nothing. */
    @Test
    void laysOnlyTheMissingTextOverPagesOfBothKinds() throws IOException {
        Path file = Samples.file("capture/scans/multi-page-mixed.pdf");
        Reading.Read read = read(file);
        assertThat(read.pages()).extracting(Reading.ReadPage::source).contains("layer", "ocr");
        try (PDDocument before = Loader.loadPDF(file.toFile());
                PDDocument after = Loader.loadPDF(pdf(read).toFile())) {
            assertThat(after.getDocumentCatalog().getMetadata()).isNull();
            for (Reading.ReadPage page : read.pages()) {
                if (page.source().equals("layer")) {
                    assertThat(commands(after, page)).isEqualTo(commands(before, page));
                } else {
                    assertThat(commands(after, page))
                            .contains(commands(before, page))
                            .contains("3 Tr");
                }
            }
        }
    }

    private static String commands(PDDocument document, Reading.ReadPage page) throws IOException {
        try (InputStream in = document.getPage(page.number() - 1).getContents()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private Reading.Read read(Path file) {
        return read(file, null);
    }

    private Reading.Read read(Path file, @Nullable String language) {
        Reading reading = reader.read(new ReadOrder(file, file.getFileName().toString(), null, language, null, folder));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }

    private static Path pdf(Reading.Read read) {
        return read.renditions().stream()
                .filter(each -> each.kind() == Reading.Derived.Kind.PDF)
                .findFirst()
                .orElseThrow()
                .file();
    }

    private static String copied(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper text = new PDFTextStripper();
            text.setLineSeparator("\n");
            return text.getText(document).replaceAll("[ ]+\n", "\n");
        }
    }
}
