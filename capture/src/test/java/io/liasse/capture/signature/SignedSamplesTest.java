package io.liasse.capture.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReadOrder;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import io.liasse.capture.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed files from elsewhere: read like others, their signatures checked, and never written anew. */
@Tag("samples")
final class SignedSamplesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pdf-signed/bug854315.pdf", "pdf-signed/signed.pdf"})
    void checksWhoSignedAndLeavesTheFileAsItIs(String name) throws Exception {
        Path file = Samples.file("capture/" + name);
        try (DocumentReader reader = new DocumentReader(ReaderSettings.usual())) {
            Reading reading = reader.read(new ReadOrder(file, file.getFileName().toString(), null, null, null, folder));
            Reading.Read read = (Reading.Read) reading;
            assertThat(read.signatures()).hasSize(1).allSatisfy(signature -> {
                assertThat(signature.signer()).isNotBlank();
                assertThat(signature.state()).isIn(Reading.SignatureState.VALID, Reading.SignatureState.UNKNOWN_SIGNER);
            });
            assertThat(read.renditions())
                    .filteredOn(each -> each.kind() == Reading.Derived.Kind.PDF)
                    .allSatisfy(
                            pdf -> assertThat(Files.mismatch(pdf.file(), file)).isEqualTo(-1));
        }
    }
}
