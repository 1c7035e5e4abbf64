package io.liasse.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of which only a part is text: it stays, and the rest is recognised. */
@Tag("samples")
final class PartialLayerTest {
    private static final String SCAN = "ocr-pages/rendered-de/de-install-p058.jpg";
    private static final String LETTER = "ocr-pages/rendered-de/de-letter-kuendigung.jpg";

    private static final List<String> ABOVE = List.of(
            "Fallnotiz der Sozialdienste vom dritten Juni: die Unterlagen liegen bei, der Antrag wurde",
            "geprüft, und die zuständige Stelle verlangt die folgende Seite als Beleg der Angaben, die",
            "der Versicherte am Telefon gemacht hat und die er hiermit auch schriftlich bestätigt.");

    private static final PDFont FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
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
    @CsvSource({"ZK 000172, no-layer", "Eingegangen 14. Mai 2024 ZK 000172, header-over-scan"})
    void keepsTheStampOfAScan(String stamp, String because) throws IOException {
        Reading.Read read = read(made(page -> {
            picture(page, SCAN, A4);
            line(page, stamp, 60, 822);
        }));
        Reading.ReadPage page = read.pages().getFirst();
        assertThat(page.because()).isEqualTo(because);
        assertThat(page.text()).startsWith(stamp);
        assertThat(WordRecall.of(truth(SCAN), page.text())).isGreaterThan(0.93);
        assertHeldOnce(read, "000172");
    }

    @Test
    void addsAScanUnderALongHeader() throws IOException {
        Reading.Read read = read(made(page -> {
            picture(page, SCAN, new PDRectangle(0, 0, 595, 742));
            lines(page, ABOVE, 820);
            line(page, "Seite 1 von 1", 280, 20);
        }));
        Reading.ReadPage page = read.pages().getFirst();
        assertThat(page.because()).isEqualTo("partial-layer");
        assertThat(page.source()).isEqualTo("ocr");
        assertThat(page.confidence()).isBetween(0.8, 1.0);
        assertThat(page.language()).isEqualTo("de");
        assertThat(page.text()).startsWith(String.join("\n", ABOVE)).endsWith("Seite 1 von 1");
        assertThat(WordRecall.of(truth(SCAN), page.text())).isGreaterThan(0.93);
        assertHeldOnce(read, "Fallnotiz");
    }

    @Test
    void readsThePictureBetweenTwoParagraphs() throws IOException {
        List<String> below =
                List.of("Nach dieser Beilage folgt der Schluss des Schreibens mit den besten Grüssen der Amtsstelle.");
        Reading.Read read = read(made(page -> {
            lines(page, ABOVE, 790);
            picture(page, LETTER, new PDRectangle(120, 250, 340, 480));
            lines(page, below, 200);
        }));
        String text = read.pages().getFirst().text();
        assertThat(read.pages().getFirst().because()).isEqualTo("partial-layer");
        assertThat(WordRecall.of(truth(LETTER), text)).isGreaterThan(0.75);
        assertThat(text).containsSubsequence(ABOVE.getLast(), "Kündigung", below.getFirst());
        String pdf = Files.readString(rendition(read, Reading.Derived.Kind.ALTO));
        assertThat(pdf).containsSubsequence("CONTENT=\"schriftlich\" WC=\"1.00\"", "Kündigung", "Amtsstelle");
    }

    @Test
    void joinsAFilledFieldWithItsScan() throws IOException {
        Path file = made(page -> picture(page, SCAN, A4));
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDAcroForm form = new PDAcroForm(document);
            form.setDefaultResources(new PDResources());
            form.getDefaultResources().put(org.apache.pdfbox.cos.COSName.getPDFName("Helv"), FONT);
            document.getDocumentCatalog().setAcroForm(form);
            PDTextField field = new PDTextField(form);
            field.setPartialName("name");
            field.setDefaultAppearance("/Helv 12 Tf 0 g");
            form.getFields().add(field);
            field.getWidgets().getFirst().setRectangle(new PDRectangle(60, 812, 200, 18));
            field.getWidgets().getFirst().setPage(document.getPage(0));
            document.getPage(0).getAnnotations().add(field.getWidgets().getFirst());
            field.setValue("Annelies Brunschwiler");
            document.save(folder.resolve("filled.pdf").toFile());
        }
        Reading.ReadPage page = read(folder.resolve("filled.pdf")).pages().getFirst();
        assertThat(page.text()).containsOnlyOnce("Brunschwiler");
        assertThat(WordRecall.of(truth(SCAN), page.text())).isGreaterThan(0.93);
    }

    /** The page is turned for the scan; the stamp then lies on its side, but is still there, and once. */
    @ParameterizedTest
    @ValueSource(ints = {90, 180})
    void turnsTheScanUnderTheStamp(int degrees) throws IOException {
        Reading.Read read = read(made(page -> {
            PDImageXObject image = image(page, SCAN);
            Matrix matrix = Matrix.getRotateInstance(
                    Math.toRadians(degrees), degrees == 90 ? 560 : 595, degrees == 90 ? 0 : 842);
            matrix.scale(degrees == 90 ? 790 : 595, degrees == 90 ? 560 : 842);
            page.content().drawImage(image, matrix);
            line(page, "Akte 000172", 60, 822);
        }));
        Reading.ReadPage page = read.pages().getFirst();
        assertThat(page.text()).containsOnlyOnce("000172");
        assertThat(WordRecall.of(truth(SCAN), page.text())).isGreaterThan(0.85);
        assertHeldOnce(read, "000172");
    }

    @Test
    void readsASidewaysPictureOfAnUprightPage() throws IOException {
        Reading.Read read = read(made(page -> {
            lines(page, ABOVE, 820);
            Matrix matrix = Matrix.getRotateInstance(Math.toRadians(90), 560, 20);
            matrix.scale(720, 510);
            page.content().drawImage(image(page, SCAN), matrix);
        }));
        Reading.ReadPage page = read.pages().getFirst();
        assertThat(page.because()).isEqualTo("partial-layer");
        assertThat(page.width()).isLessThan(page.height());
        assertThat(WordRecall.of(truth(SCAN), page.text())).isGreaterThan(0.8);
        assertThat(WordRecall.of(truth(SCAN), copied(read))).isGreaterThan(0.8);
    }

    /** As a program leaves a scan that read all of it, or its upper half. */
    @Test
    void completesTheInvisibleTextOfAnotherProgram() throws IOException {
        Reading.Read whole = read(made(page -> picture(page, SCAN, A4)));
        Path searchable = rendition(whole, Reading.Derived.Kind.PDF);
        Reading.ReadPage again = read(searchable).pages().getFirst();
        assertThat(again.source()).isEqualTo("layer");
        assertThat(again.because()).isEqualTo("good-layer");

        Reading.Read half = read(made(page -> {
            picture(page, SCAN, A4);
            page.content().setRenderingMode(RenderingMode.NEITHER);
            upperHalf(page, Files.readString(rendition(whole, Reading.Derived.Kind.ALTO)));
        }));
        assertThat(half.pages().getFirst().because()).isEqualTo("partial-layer");
        assertThat(WordRecall.of(truth(SCAN), half.pages().getFirst().text())).isGreaterThan(0.9);
        assertThat(copied(half).length()).isLessThan(truth(SCAN).length() * 11 / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "capture/pdf-textlayer/eu-001.pdf",
                "capture/e-invoice/Facture_F20180027.pdf",
                "capture/e-invoice/EN16931_Einfach.pdf",
                "capture/e-invoice/zugferd_invoice.pdf",
                "capture/pdf-forms/file_pdfjs_form.pdf"
            })
    void recognisesNothingOnPagesThatAreText(String name) {
        assertThat(read(Samples.file(name)).pages())
                .extracting(Reading.ReadPage::source)
                .containsOnly("layer");
    }

    @Test
    void recognisesNothingInPhotographs() throws IOException {
        Reading.Read read = read(made(page -> {
            lines(page, ABOVE, 790);
            picture(page, "capture/images/testJPEG_EXIF.jpg", new PDRectangle(60, 200, 475, 500));
        }));
        assertThat(read.pages().getFirst().because()).isEqualTo("good-layer");
        assertThat(read.pages().getFirst().text()).isEqualTo(String.join("\n", ABOVE));
    }

    /** As many pictures as there are letters on a long page, and one that is laid nowhere. */
    @Test
    void isNotHeldUpByCountlessPictures() throws IOException {
        Path file = made(page -> {
            lines(page, ABOVE, 790);
            PDImageXObject image = image(page, "capture/images/testJPEG_EXIF.jpg");
            page.content().drawImage(image, new Matrix(1e30f, 0, 0, 1e30f, -1e30f, 1e30f));
            page.content().drawImage(image, new Matrix(0, 0, 0, 0, 0, 0));
            for (int each = 0; each < 6_000; each++) {
                page.content().drawImage(image, 60 + each % 400, 200 + each / 400, 1, 1);
            }
        });
        Reading.ReadPage page = read(file).pages().getFirst();
        assertThat(page.text()).isEqualTo(String.join("\n", ABOVE));
    }

    @Test
    void isNotHeldUpByNoise() throws IOException {
        BufferedImage noise = new BufferedImage(1_240, 1_754, BufferedImage.TYPE_BYTE_BINARY);
        Random random = new Random(17);
        for (int each = 0; each < 600_000; each++) {
            noise.setRGB(random.nextInt(1_240), random.nextInt(1_754), 0xFFFFFF);
        }
        Reading.Read read = read(made(page -> {
            page.content().drawImage(LosslessFactory.createFromImage(page.document(), noise), 0, 0, 595, 700);
            lines(page, ABOVE, 820);
        }));
        assertThat(read.pages().getFirst().text()).isEqualTo(String.join("\n", ABOVE));
    }

    private static final PDRectangle A4 = new PDRectangle(0, 0, 595, 842);

    private record Sheet(PDDocument document, PDPageContentStream content) {}

    private interface Drawing {
        void draw(Sheet page) throws IOException;
    }

    private Path made(Drawing drawing) throws IOException {
        Path file = Files.createTempFile(folder, "made", ".pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                drawing.draw(new Sheet(document, content));
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static PDImageXObject image(Sheet page, String name) throws IOException {
        return PDImageXObject.createFromFile(Samples.file(name).toString(), page.document());
    }

    private static void picture(Sheet page, String name, PDRectangle at) throws IOException {
        page.content()
                .drawImage(image(page, name), at.getLowerLeftX(), at.getLowerLeftY(), at.getWidth(), at.getHeight());
    }

    private static void lines(Sheet page, List<String> lines, float top) throws IOException {
        for (int each = 0; each < lines.size(); each++) {
            line(page, lines.get(each), 60, top - 14 * each);
        }
    }

    private static void line(Sheet page, String text, float left, float bottom) throws IOException {
        page.content().setNonStrokingColor(Color.BLACK);
        page.content().beginText();
        page.content().setFont(FONT, 11);
        page.content().newLineAtOffset(left, bottom);
        page.content().showText(text);
        page.content().endText();
    }

    private static void upperHalf(Sheet page, String alto) throws IOException {
        Pattern word = Pattern.compile(
                "<String [^>]*HPOS=\"([\\d.]+)\" VPOS=\"([\\d.]+)\" WIDTH=\"([\\d.]+)\" HEIGHT=\"([\\d.]+)\" CONTENT=\"([^\"&]+)\"");
        float point = 72f / 254;
        for (var match : word.matcher(alto).results().toList()) {
            float bottom = 842 - point * (Float.parseFloat(match.group(2)) + Float.parseFloat(match.group(4)));
            String text = match.group(5).replaceAll("[^\\x20-\\x7Eäöüß]", "");
            if (bottom > 421 && !text.isEmpty()) {
                page.content().beginText();
                page.content().setFont(FONT, 10);
                page.content()
                        .setHorizontalScaling(
                                100 * point * Float.parseFloat(match.group(3)) / (FONT.getStringWidth(text) / 100));
                page.content().newLineAtOffset(point * Float.parseFloat(match.group(1)), bottom);
                page.content().showText(text);
                page.content().endText();
            }
        }
    }

    /** The drawn content stays, and who copies the text gets each word once. */
    private static void assertHeldOnce(Reading.Read read, String word) throws IOException {
        assertThat(copied(read)).containsOnlyOnce(word);
        try (PDDocument document =
                        Loader.loadPDF(rendition(read, Reading.Derived.Kind.PDF).toFile());
                InputStream content = document.getPage(0).getContents()) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains("Do", "Tj", "3 Tr");
        }
    }

    private static String copied(Reading.Read read) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(rendition(read, Reading.Derived.Kind.PDF).toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Path rendition(Reading.Read read, Reading.Derived.Kind kind) {
        return read.renditions().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow()
                .file();
    }

    private static String truth(String name) throws IOException {
        return Files.readString(Path.of(Samples.file(name).toString().replaceFirst("\\.\\w+$", ".gt.txt")));
    }

    private Reading.Read read(Path file) {
        try {
            Path own = Files.createTempDirectory(folder, "order");
            Reading reading = reader.read(new ReadOrder(file, file.getFileName().toString(), null, null, null, own));
            assertThat(reading).isInstanceOf(Reading.Read.class);
            return (Reading.Read) reading;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
