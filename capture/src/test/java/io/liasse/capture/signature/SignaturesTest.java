package io.liasse.capture.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.Reading.Signature;
import io.liasse.capture.Reading.SignatureState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignaturesTest {
    private static final Signer ANNA = new Signer("Anna Meier");

    @TempDir
    Path folder;

    private Path contract;

    @BeforeEach
    void writeContract() throws IOException {
        contract = folder.resolve("contract.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            write(document, page, "The price is 100 francs.");
            document.save(contract.toFile());
        }
    }

    @Test
    void knowsTheSignerWhoseAuthorityIsKnown() throws Exception {
        ANNA.makeKnownIn(folder.resolve("known"));
        Signature signature = only(ANNA.sign(contract, folder.resolve("signed.pdf")), folder.resolve("known"));
        assertThat(signature.state()).isEqualTo(SignatureState.VALID);
        assertThat(signature.signer()).isEqualTo("Anna Meier");
        assertThat(signature.whole()).isTrue();
        assertThat(Duration.between(signature.at(), Instant.now())).isBetween(Duration.ZERO, Duration.ofMinutes(5));
    }

    @Test
    void saysWhenNobodyVouchesForTheSigner() throws Exception {
        assertThat(only(ANNA.sign(contract, folder.resolve("signed.pdf")), null).state())
                .isEqualTo(SignatureState.UNKNOWN_SIGNER);
    }

    @Test
    void findsAByteThatWasChanged() throws Exception {
        Path signed = ANNA.sign(contract, folder.resolve("signed.pdf"));
        byte[] bytes = Files.readAllBytes(signed);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("/MediaBox")
                + "/MediaBox [0.0 0.0 6".length()
                - 1;
        bytes[at] = '7';
        Files.write(signed, bytes);
        assertThat(only(signed, null).state()).isEqualTo(SignatureState.CHANGED);
    }

    @Test
    void findsWhatWasAddedAfterSigning() throws Exception {
        Path signed = ANNA.sign(contract, folder.resolve("signed.pdf"));
        Path changed = folder.resolve("changed.pdf");
        try (PDDocument document = Loader.loadPDF(signed.toFile());
                var out = Files.newOutputStream(changed)) {
            PDPage page = document.getPage(0);
            write(document, page, "And 900 more.");
            page.getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        Signature signature = only(changed, null);
        assertThat(signature.state()).isEqualTo(SignatureState.CHANGED);
        assertThat(signature.whole()).isFalse();
    }

    @Test
    void takesASecondSignatureForNoChange() throws Exception {
        Path once = ANNA.sign(contract, folder.resolve("once.pdf"));
        Path twice = new Signer("Bruno Rossi").sign(once, folder.resolve("twice.pdf"));
        assertThat(all(twice, null))
                .extracting(Signature::signer, Signature::whole, Signature::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Anna Meier", false, SignatureState.UNKNOWN_SIGNER),
                        org.assertj.core.groups.Tuple.tuple("Bruno Rossi", true, SignatureState.UNKNOWN_SIGNER));
    }

    @Test
    void saysWhenTheSignatureItselfIsDamaged() throws Exception {
        Path signed = ANNA.sign(contract, folder.resolve("signed.pdf"));
        String text = Files.readString(signed, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("/Contents <") + "/Contents <".length();
        Files.writeString(
                signed,
                text.substring(0, at) + "00000000" + text.substring(at + 8),
                StandardCharsets.ISO_8859_1,
                StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(only(signed, null).state()).isEqualTo(SignatureState.BROKEN);
    }

    @Test
    void findsNoneInAnUnsignedFile() throws Exception {
        assertThat(all(contract, null)).isEmpty();
    }

    @Test
    void checksSignedMessagesThatHoldWhatIsSigned() throws Exception {
        Path message = folder.resolve("message.p7m");
        Files.write(message, ANNA.message("A message".getBytes(StandardCharsets.UTF_8), true));
        assertThat(new Signatures(null).ofMessage(message))
                .extracting(Signature::signer, Signature::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Anna Meier", SignatureState.UNKNOWN_SIGNER));
        Files.writeString(folder.resolve("no-message.p7m"), "nothing");
        assertThat(new Signatures(null).ofMessage(folder.resolve("no-message.p7m")))
                .isEmpty();
    }

    private static void write(PDDocument document, PDPage page, String text) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 12);
            content.newLineAtOffset(72, 700);
            content.showText(text);
            content.endText();
        }
    }

    private static Signature only(Path file, Path known) throws IOException {
        List<Signature> signatures = all(file, known);
        assertThat(signatures).hasSize(1);
        return signatures.getFirst();
    }

    private static List<Signature> all(Path file, Path known) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new Signatures(known).of(document, file);
        }
    }
}
