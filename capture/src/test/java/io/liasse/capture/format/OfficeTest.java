package io.liasse.capture.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import io.liasse.capture.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Office files become pages by the real LibreOffice; without it they are still read. */
final class OfficeTest {
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

    @Test
    void showsFileAsItPrintsAndAsksNothingOutside() throws IOException {
        try (Outside outside = new Outside()) {
            Reading.Read read = new Readers(reader, folder).read(text(outside));
            assertThat(read.pages().getFirst().text()).contains("Sehr geehrte Frau Muster");
            assertThat(read.pages().getFirst().because()).isEqualTo("good-layer");
            assertThat(outside.asked()).isEmpty();
        }
    }

    @Test
    void readsFileWithoutOffice() throws IOException {
        try (Outside outside = new Outside();
                DocumentReader plain = new DocumentReader(Readers.withOffice("off"))) {
            Reading.Read read = new Readers(plain, folder).read(text(outside));
            assertThat(read.pages().getFirst().text()).contains("Sehr geehrte Frau Muster");
            assertThat(read.pages().getFirst().because()).isEqualTo("text-file");
            assertThat(Readers.rendition(read, Reading.Derived.Kind.THUMBNAIL)).isNotEmptyFile();
        }
    }

    @Test
    void readsFileWhenOfficeIsNotWhereItShouldBe() throws IOException {
        try (Outside outside = new Outside();
                DocumentReader broken = new DocumentReader(Readers.withOffice("/bin/false"))) {
            Reading.Read read = new Readers(broken, folder).read(text(outside));
            assertThat(Readers.text(read)).contains("Sehr geehrte Frau Muster");
        }
    }

    @Test
    @Tag("samples")
    void keepsWhatNoPageShows() throws IOException {
        Reading.Read read = new Readers(reader, folder).read(Samples.file("capture/office/testPPT_comment.pptx"));
        assertThat(read.pages()).hasSize(2);
        assertThat(read.pages().getLast().text()).contains("Allison, Timothy B. (ATB)");
    }

    @ParameterizedTest
    @Tag("samples")
    @ValueSource(
            strings = {
                "office-macros/testEXCEL_macro.xls",
                "office-macros/testWORD_macros.docm",
                "office-macros/testODTMacro.odt",
                "office/docx_external_image.docx",
                "office/sample.rtf",
                "office/sample.pptx",
                "office/sample.ods",
                "office/testWORD.doc",
                "office/bug-41015.ppt"
            })
    void printsRealFile(String name) throws IOException {
        Reading.Read read = new Readers(reader, folder).read(Samples.file("capture/" + name));
        assertThat(read.pages().getFirst().because()).isNotEqualTo("text-file");
        assertThat(Readers.text(read)).isNotBlank();
    }

    @ParameterizedTest
    @Tag("samples")
    @ValueSource(strings = {"testWORD_protected_passtika.docx", "testODTEncrypted.odt", "xor-encryption-abc.xls"})
    void asksForPasswordOfProtectedFile(String name) throws IOException {
        assertThat(new Readers(reader, folder).reading(Samples.file("capture/office-protected/" + name), null))
                .isInstanceOf(Reading.NeedsPassword.class);
    }

    /** A text with a picture and a section from outside. */
    private Path text(Outside outside) throws IOException {
        return Files.writeString(folder.resolve("brief.fodt"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
                  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
                  office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2"><office:body><office:text>
                <text:p>Sehr geehrte Frau Muster, wir danken für Ihren Brief.
                <draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char">
                <draw:image xlink:href="%1$s.png" xlink:type="simple"/></draw:frame></text:p>
                <text:section text:name="s"><text:section-source xlink:href="%1$s.odt"/><text:p>Abschnitt</text:p></text:section>
                </office:text></office:body></office:document>
                """.formatted(outside.address("x")));
    }
}
