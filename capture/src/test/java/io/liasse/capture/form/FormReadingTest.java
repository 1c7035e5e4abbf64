package io.liasse.capture.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReadOrder;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.Samples;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that are filled in, in files and on paper. */
final class FormReadingTest {
    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;

    @TempDir
    static Path definitions;

    private static DocumentReader reader;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(definitions.resolve("form.json"), """
                {"forms": [{"name": "home-help-request",
                  "anchors": [
                    {"text": "Gesuch um Haushilfe", "x": 0.1, "y": 0.08},
                    {"text": "Nachname", "x": 0.1, "y": 0.2},
                    {"text": "Unterschrift", "x": 0.6, "y": 0.85},
                    {"text": "Bemerkungen", "x": 0.1, "y": 0.6}],
                  "zones": [
                    {"name": "surname", "kind": "text", "box": [0.3, 0.17, 0.4, 0.045]},
                    {"name": "birth-date", "kind": "date", "box": [0.3, 0.22, 0.4, 0.045]},
                    {"name": "daily", "kind": "checkbox", "box": [0.1, 0.3, 0.024, 0.017]},
                    {"name": "weekly", "kind": "checkbox", "box": [0.1, 0.34, 0.024, 0.017]}]}]}
                """);
        ReaderSettings usual = ReaderSettings.usual();
        reader = new DocumentReader(new ReaderSettings(
                1,
                usual.heapMegabytes(),
                usual.residentMegabytes(),
                usual.timePerPage(),
                usual.timePerFile(),
                usual.pages(),
                usual.pixelsPerPage(),
                usual.parts(),
                usual.unpackedBytes(),
                usual.resolution(),
                usual.region(),
                usual.tessdata(),
                usual.office(),
                usual.certificates(),
                definitions));
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    /** Degrees by which the paper lies askew, and how it is shifted and scaled. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1.8, 12, 0.97", "-2.5, -15, 0.95", "180, 0, 1"})
    void readsPaperFormHoweverItLies(double degrees, int shift, double scale) throws IOException {
        Path file = folder.resolve("form.png");
        ImageIO.write(laid(filled(), degrees, shift, scale), "png", file.toFile());

        List<FoundField> fields = read(file).pages().getFirst().fields();

        assertThat(fields)
                .extracting(FoundField::name, FoundField::value)
                .contains(
                        tuple("form", "home-help-request"),
                        tuple("surname", "Bernasconi"),
                        tuple("birth-date", "1951-04-07"),
                        tuple("daily", "true"),
                        tuple("weekly", "false"));
    }

    @Test
    void readsWhatIsFilledIntoPdfFormsAndFindsItsWords() throws IOException {
        Path file = folder.resolve("form.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("Helv"), new PDType1Font(FontName.HELVETICA));
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 12 Tf 0 g");
            form.getFields().add(text(form, page, "given", "Vorname der Klientin", "Annamaria", 700));
            form.getFields().add(text(form, page, "phone", "Telefon", "", 650));
            document.save(file.toFile());
        }

        Reading.Read read = read(file);

        assertThat(read.pages().getFirst().fields())
                .filteredOn(field -> field.name().startsWith(PdfForm.NAME))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.name()).isEqualTo("form:given");
                    assertThat(field.label()).isEqualTo("Vorname der Klientin");
                    assertThat(field.value()).isEqualTo("Annamaria");
                    assertThat(field.x()).isCloseTo(100 / 595.0, org.assertj.core.data.Offset.offset(0.01));
                    assertThat(field.y()).isCloseTo(1 - 720 / 842.0, org.assertj.core.data.Offset.offset(0.01));
                });
        assertThat(read.pages().getFirst().text()).contains("Annamaria");
    }

    @Tag("samples")
    @ParameterizedTest
    @CsvSource({
        "CombTest.pdf, form:CombLeft, abcdefgh",
        "AcroFormsRotation.pdf, form:acrobat.portrait.single.rotation90, acrobat.portrait.single.rotation90",
        "annotation-choice-widget.pdf, form:formulier1(0).#subform(0).Vervolgkeuzelijst1(0), Dolor"
    })
    void readsSampleForms(String name, String field, String value) {
        List<FoundField> fields = read(Samples.file("capture/pdf-forms/" + name))
                .pages()
                .getFirst()
                .fields();

        assertThat(fields).extracting(FoundField::name, FoundField::value).contains(tuple(field, value));
        assertThat(fields)
                .filteredOn(each -> each.name().startsWith(PdfForm.NAME))
                .allSatisfy(each -> assertThat(each.value()).isNotBlank());
    }

    @Test
    void takesDataOfXfaFormsWithoutEntities() {
        String data = """
                <xdp xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:datasets><xfa:data>
                <request><client><name>Rossi</name><age></age></client></request></xfa:data></xfa:datasets></xdp>
                """;
        assertThat(XfaData.values(data.getBytes(StandardCharsets.UTF_8)))
                .extracting(FoundField::name, FoundField::value)
                .containsExactly(tuple("form:request.client.name", "Rossi"));
        String hostile = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + data.replace("Rossi", "&e;");
        assertThat(XfaData.values(hostile.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static PDTextField text(PDAcroForm form, PDPage page, String name, String label, String value, float y)
            throws IOException {
        PDTextField field = new PDTextField(form);
        field.setPartialName(name);
        field.setAlternateFieldName(label);
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle(100, y, 200, 20));
        widget.setPage(page);
        page.getAnnotations().add(widget);
        if (!value.isEmpty()) {
            field.setValue(value);
        }
        return field;
    }

    private static BufferedImage filled() {
        BufferedImage paper = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = paper.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.BLACK);
        write(pen, "Gesuch um Haushilfe", 0.1, 0.08, 52);
        write(pen, "Nachname", 0.1, 0.2, 34);
        write(pen, "Bernasconi", 0.32, 0.2, 36);
        write(pen, "Geburtsdatum", 0.1, 0.25, 34);
        write(pen, "7.4.1951", 0.32, 0.25, 36);
        write(pen, "jeden Tag Hilfe im Haushalt und beim Kochen", 0.15, 0.315, 34);
        write(pen, "jede Woche Hilfe beim Einkaufen und Waschen", 0.15, 0.355, 34);
        write(
                pen,
                "Die Unterstützung wird für die Dauer von sechs Monaten beantragt und danach überprüft.",
                0.1,
                0.45,
                30);
        write(pen, "Bemerkungen", 0.1, 0.6, 34);
        write(pen, "Bitte klingeln, die Klientin hört schlecht und geht langsam an die Türe.", 0.1, 0.65, 30);
        write(pen, "Unterschrift", 0.6, 0.85, 34);
        pen.setStroke(new BasicStroke(3));
        box(pen, 0.3);
        box(pen, 0.34);
        int x = (int) (0.1 * WIDTH);
        int y = (int) (0.3 * HEIGHT);
        pen.setStroke(new BasicStroke(5));
        pen.drawLine(x + 5, y + 5, x + 35, y + 34);
        pen.drawLine(x + 35, y + 5, x + 5, y + 34);
        pen.dispose();
        return paper;
    }

    private static void write(Graphics2D pen, String text, double x, double y, int size) {
        pen.setFont(new Font("Liberation Sans", Font.PLAIN, size));
        pen.drawString(text, (int) (x * WIDTH), (int) (y * HEIGHT));
    }

    private static void box(Graphics2D pen, double y) {
        pen.drawRect((int) (0.1 * WIDTH), (int) (y * HEIGHT), (int) (0.024 * WIDTH), (int) (0.017 * HEIGHT));
    }

    private static BufferedImage laid(BufferedImage paper, double degrees, int shift, double scale) {
        BufferedImage scan = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = scan.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(degrees), WIDTH / 2.0, HEIGHT / 2.0);
        pen.translate(shift, shift);
        pen.scale(scale, scale);
        pen.drawImage(paper, 0, 0, null);
        pen.dispose();
        return scan;
    }

    private Reading.Read read(Path file) {
        Reading reading = reader.read(new ReadOrder(file, file.getFileName().toString(), null, null, null, folder));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }
}
