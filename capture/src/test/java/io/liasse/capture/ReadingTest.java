package io.liasse.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("samples")
final class ReadingTest {
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
    @CsvSource({
        "ocr-pages/rendered-de/de-install-p058.jpg, de",
        "ocr-pages/rendered-fr/fr-install-p073.tif, fr",
        "ocr-pages/rendered-it/it-install-p086.png, it",
        "ocr-pages/office-en/en-phototest.tif, en"
    })
    void readsScannedPageInItsLanguage(String name, String language) throws IOException {
        Reading.Read read = read(Samples.file(name));
        String truth = Files.readString(Path.of(Samples.file(name).toString().replaceFirst("\\.\\w+$", ".gt.txt")));
        assertThat(read.language()).isEqualTo(language);
        assertThat(WordRecall.of(truth, text(read))).isGreaterThan(0.9);
        assertThat(read.renditions())
                .extracting(Reading.Derived::kind)
                .containsExactlyInAnyOrder(Reading.Derived.Kind.values())
                .hasSize(5);
        assertThat(read.renditions())
                .allSatisfy(derived -> assertThat(derived.file()).isNotEmptyFile());
    }

    @ParameterizedTest
    @CsvSource({
        "qr-bill/a4bill_ex1.pdf, CH4431999123000889012, CHF 123949.75, 210000000003139471430009017",
        "qr-bill/a4bill_ex3.png, CH7400700110006116002, CHF 199.95, RF18539007547034",
        "qr-bill/a4bill_ex4.pdf, CH3709000000304442225, CHF,",
        "qr-bill/bill_no_lines.pdf, CH450023023099999999A, EUR 287.30, RF192320QF02T3234UI234",
        "qr-bill/qrbill_ex1.png, CH4431999123000889012, CHF 123949.75, 210000000003139471430009017"
    })
    void takesASwissBillApart(String name, String account, String amount, @Nullable String reference) {
        Map<String, String> fields = read(Samples.file("capture/" + name)).pages().getFirst().fields().stream()
                .collect(
                        Collectors.toMap(Reading.FoundField::name, Reading.FoundField::value, (first, other) -> first));
        assertThat(fields).containsEntry("bill", "SPC 0200").containsEntry("bill-account", account);
        assertThat(fields.get("bill-amount")).isEqualTo(amount);
        assertThat(fields.get("bill-reference")).isEqualTo(reference);
    }

    @Test
    void findsTheFieldsOfAScannedInvoiceWhereTheyStand() {
        Reading.Read read = read(Samples.file("ocr-pages/rendered-invoices/de-invoice-mustangbeispiel20221026.jpg"));
        assertThat(read.pages().getFirst().fields())
                .allSatisfy(field -> {
                    assertThat(field.x()).isBetween(0.0, 1 - field.width());
                    assertThat(field.y()).isBetween(0.0, 1 - field.height());
                })
                .extracting(Reading.FoundField::name, Reading.FoundField::value)
                .contains(tuple("customer-number", "10000"), tuple("date", "2022-10-26"), tuple("total", "EUR 963.12"));
    }

    @Test
    void tellsWhatAScanWasMadeWith() throws IOException {
        byte[] scan = Files.readAllBytes(Samples.file("ocr-pages/rendered-de/de-install-p058.jpg"));
        assertThat(read(picture(scan, exif("KYOCERA", "TASKalfa 2554ci"))).scanner())
                .isEqualTo("KYOCERA TASKalfa 2554ci");
        assertThat(read(picture(scan, exif("Canon", "Canon DR-C225"))).scanner())
                .isEqualTo("Canon DR-C225");
        byte[] broken = exif("KYOCERA", "TASKalfa");
        Arrays.fill(broken, 14, broken.length, (byte) 0xff);
        assertThat(read(picture(scan, broken)).scanner()).isNull();
        assertThat(read(scannedPdf(scan)).scanner()).isEqualTo("RICOH IM C3000");
        assertThat(read(Samples.file("capture/qr-bill/bill_no_lines.pdf")).scanner())
                .isNull();
    }

    /** Of the form of EXIF: make and model. */
    private static byte[] exif(String make, String model) {
        byte[] first = (make + '\0').getBytes(StandardCharsets.US_ASCII);
        byte[] second = (model + '\0').getBytes(StandardCharsets.US_ASCII);
        int texts = 8 + 2 + 2 * 12 + 4;
        int length = 6 + texts + first.length + second.length;
        ByteBuffer out = ByteBuffer.allocate(4 + length);
        out.putShort((short) 0xffe1).putShort((short) (2 + length)).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        out.putShort((short) 0x010f).putShort((short) 2).putInt(first.length).putInt(texts);
        out.putShort((short) 0x0110).putShort((short) 2).putInt(second.length).putInt(texts + first.length);
        return out.putInt(0).put(first).put(second).array();
    }

    private Path picture(byte[] jpeg, byte[] segment) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + segment.length);
        all.put(jpeg, 0, 2).put(segment).put(jpeg, 2, jpeg.length - 2);
        return Files.write(folder.resolve("picture.jpg"), all.array());
    }

    private Path scannedPdf(byte[] jpeg) throws IOException {
        Path file = folder.resolve("scan.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDImageXObject image = PDImageXObject.createFromByteArray(document, jpeg, "scan");
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        image,
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
            document.getDocumentInformation().setCreator("RICOH  IM\nC3000");
            document.getDocumentInformation().setProducer("Any library");
            document.save(file.toFile());
        }
        return file;
    }

    private Reading.Read read(Path file) {
        Reading reading = reader.read(new ReadOrder(file, file.getFileName().toString(), null, null, null, folder));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }

    private static String text(Reading.Read read) {
        return read.pages().stream().map(Reading.ReadPage::text).collect(Collectors.joining("\n"));
    }
}
