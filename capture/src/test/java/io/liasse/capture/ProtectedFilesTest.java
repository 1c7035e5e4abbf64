package io.liasse.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a password protects. */
@Tag("samples")
final class ProtectedFilesTest {
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
        "pdf-encrypted/PasswordSample-128bit.pdf, user",
        "pdf-encrypted/PasswordSample-128bit.pdf, owner",
        "pdf-encrypted/encrypted-test123.pdf, test123",
        "pdf-encrypted/issue6010_1.pdf, abc",
        "office-protected/bug53475-password-is-pass.docx, pass",
        "office-protected/testWORD_protected_passtika.docx, tika",
        "office-protected/testEXCEL_protected_passtika.xlsx, tika",
        "office-protected/testPPT_protected_passtika.pptx, tika",
        "office-protected/xor-encryption-abc.xls, abc",
        "office-protected/testODTEncrypted.odt, tika"
    })
    void asksForThePasswordAndReadsOnWithIt(String name, String password) throws IOException {
        assertThat(read(name, null)).isInstanceOf(Reading.NeedsPassword.class);
        assertThat(read(name, password + "-no")).isInstanceOf(Reading.NeedsPassword.class);
        Reading.Read read = (Reading.Read) read(name, password);
        assertThat(read.pages()).isNotEmpty();
        assertThat(read.renditions())
                .filteredOn(each -> each.kind() == Reading.Derived.Kind.PDF)
                .allSatisfy(pdf -> {
                    try (PDDocument open = Loader.loadPDF(pdf.file().toFile())) {
                        assertThat(open.isEncrypted()).isFalse();
                    }
                });
    }

    /** The author forbids printing or copying; whoever got the file may still read it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "testPDF_protected.pdf",
                "testPDF_no_extract_no_accessibility_owner_empty.pdf",
                "issue15893_reduced.pdf",
                "empty_protected.pdf"
            })
    void readsWithoutAskingWhatAnybodyMayOpen(String name) {
        assertThat(read("pdf-encrypted/" + name, null)).isInstanceOf(Reading.Read.class);
    }

    private Reading read(String name, @Nullable String password) {
        Path file = Samples.file("capture/" + name);
        return reader.read(new ReadOrder(file, file.getFileName().toString(), null, null, password, folder));
    }
}
