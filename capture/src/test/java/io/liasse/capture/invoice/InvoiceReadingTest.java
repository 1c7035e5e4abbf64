package io.liasse.capture.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReadOrder;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("samples")
final class InvoiceReadingTest {
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
        "factur-x.xml, Factur-X / ZUGFeRD 2 EN 16931, true, RE-20201121/508, EUR 571.04, Bei Spiel GmbH",
        "XRECHNUNG_Elektron.ubl.xml, Peppol BIS (UBL) EN 16931, true, 181301674, EUR 300.00, ELEKTRON Industrieservice GmbH",
        "01.01a-INVOICE_uncefact.xml, XRechnung 3.0 (CII), true, 123456XX, EUR 336.90, [Seller name]",
        "validV2FR.xml, Factur-X / ZUGFeRD 2 EN 16931, true, FAC-20171118-506, EUR 571.04,",
        "invalidV2.xml, Factur-X / ZUGFeRD 2 EXTENDED, false, RE-20171118/506, EUR 571.04,",
        "zugferd_invoice.pdf, ZUGFeRD 1.0 BASIC, true, 2014-03, EUR 1005.55,",
        "validXRechnung.pdf, XRechnung 1.2 (CII), true, RE-20190610/507, EUR 571.04,",
        "attributeBasedXMP_zugferd_2p0_EN16931_Einfach.pdf, Factur-X / ZUGFeRD 2 EN 16931, true, 471102, EUR 529.87,",
        "XMLinvalidV2PDF.pdf, Factur-X / ZUGFeRD 2 EXTENDED, false, RE-20171118/506, EUR 571.04,",
        "invalidXMP.pdf, Factur-X / ZUGFeRD 2 EN 16931, false, RE-20171118/506, EUR 571.04,"
    })
    void takesInvoicesApartAndChecksThem(
            String name, String kind, boolean valid, String number, String total, String seller) {
        List<FoundField> fields = fields(Samples.file("capture/e-invoice/" + name));

        assertThat(first(fields, "e-invoice")).contains(kind);
        assertThat(fields.stream()
                        .filter(each -> each.name().equals("e-invoice"))
                        .map(FoundField::valid))
                .containsExactly(valid);
        assertThat(first(fields, "invoice-number")).contains(number);
        assertThat(first(fields, "total")).contains(total);
        if (seller != null) {
            assertThat(first(fields, "seller")).contains(seller);
        }
        assertThat(fields.stream()
                        .anyMatch(each -> each.name().equals("invoice-problem") && Boolean.FALSE.equals(each.valid())))
                .isNotEqualTo(valid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EN16931_Einfach.pdf", "Facture_F20180027.pdf", "validV2PDF.pdf", "zugferd_invoice.pdf"})
    void seesThatPageAndXmlAgree(String name) {
        assertThat(fields(Samples.file("capture/e-invoice/" + name)))
                .extracting(FoundField::note)
                .noneMatch(note -> note != null && note.startsWith("differs"));
    }

    /** This sample's XML is of another invoice than its page. */
    @Test
    void seesThatASampleCarriesTheXmlOfAnotherInvoice() {
        List<FoundField> fields = fields(Samples.file("capture/e-invoice/validXRechnung.pdf"));

        assertThat(note(fields, "invoice-number")).contains("differs|RE-20200620/508");
        assertThat(note(fields, "invoice-date")).contains("differs|2020-06-20");
    }

    @Test
    void saysWhereThePageSaysSomethingElseThanTheXml() throws IOException {
        Path file = folder.resolve("other.pdf");
        Path original = Samples.file("capture/e-invoice/validV2PDF.pdf");
        Changed.xml(original, file, "571.04", "671.04", "RE-20171118/506", "RE-20171118/999");

        List<FoundField> fields = fields(file);

        assertThat(note(fields, "total")).contains("differs|EUR 571.04");
        assertThat(note(fields, "invoice-number")).contains("differs|RE-20171118/506");
        assertThat(note(fields, "iban")).isEmpty();
    }

    @Test
    void expandsNoEntity() throws IOException {
        Path file = folder.resolve("hostile.xml");
        String xml = Files.readString(Samples.file("capture/e-invoice/factur-x.xml"));
        Files.writeString(
                file,
                xml.replace("?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
                        .replace("Bei Spiel GmbH", "&e;"));

        Reading reading = reader.read(new ReadOrder(file, "hostile.xml", null, null, null, folder.resolve("derived")));

        assertThat(reading.toString()).doesNotContain("root:");
    }

    @Test
    void setsBareXmlOnPagesThatSayTheSame() throws IOException {
        Reading.Read read = read(Samples.file("capture/e-invoice/factur-x.xml"));

        assertThat(read.pages().getFirst().text())
                .contains("Rechnung RE-20201121/508", "Bei Spiel GmbH", "Zahlbetrag", "571.04");
        assertThat(read.title()).isEqualTo("Bei Spiel GmbH RE-20201121/508");
        assertThat(read.date()).isEqualTo("2020-11-21");
    }

    private List<FoundField> fields(Path file) {
        Reading.Read read = read(file);
        return Stream.concat(read.fields().stream(), read.pages().stream().flatMap(page -> page.fields().stream()))
                .toList();
    }

    private static Optional<String> first(List<FoundField> fields, String name) {
        return fields.stream()
                .filter(each -> each.name().equals(name))
                .map(FoundField::value)
                .findFirst();
    }

    private static Optional<String> note(List<FoundField> fields, String name) {
        return fields.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .flatMap(each -> Optional.ofNullable(each.note()));
    }

    private Reading.Read read(Path file) {
        Reading reading = reader.read(
                new ReadOrder(file, file.getFileName().toString(), null, null, null, folder.resolve("derived")));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }
}
