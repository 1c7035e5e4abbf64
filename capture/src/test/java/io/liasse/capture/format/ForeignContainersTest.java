package io.liasse.capture.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers that only others can make: RAR archives and Outlook data files, out of Tika's own tests. */
final class ForeignContainersTest {
    private static final Path OF_TIKA = Path.of("target", "tika-containers", "test-documents");
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
    void takesFilesOutOfRar() throws IOException {
        Reading.Read read = read("test-documents.rar");
        assertThat(read.parts())
                .hasSize(9)
                .allSatisfy(part -> {
                    assertThat(part.name()).startsWith("test-documents/");
                    assertThat(part.modified())
                            .isBetween(Instant.parse("2007-09-30T00:00:00Z"), Instant.parse("2007-10-03T00:00:00Z"));
                })
                .extracting(Reading.Part::name)
                .contains("test-documents/testPDF.pdf", "test-documents/testOpenOffice2.odt");
        Reading.Part pdf = part(read, "test-documents/testPDF.pdf");
        assertThat(pdf.mediaType()).isEqualTo("application/pdf");
        assertThat(new Readers(reader, folder)
                        .read(pdf.file())
                        .pages()
                        .getFirst()
                        .text())
                .contains("Apache Tika");
        assertThat(Readers.text(read)).contains("test-documents/testRTF.rtf");
    }

    @Test
    void asksForPasswordOfRar() throws IOException {
        Path file = OF_TIKA.resolve("test-documents-enc.rar");
        Readers readers = new Readers(reader, folder);
        assertThat(readers.reading(file, null)).isInstanceOf(Reading.NeedsPassword.class);
        assertThat(readers.reading(file, "wrong")).isInstanceOf(Reading.NeedsPassword.class);
        assertThat(readers.reading(file, "ApacheTika"))
                .isInstanceOfSatisfying(
                        Reading.Read.class, read -> assertThat(read.parts()).hasSize(9));
    }

    @Test
    void saysThatRarIsTooNewOrDamaged() throws IOException {
        Path five = Files.write(
                folder.resolve("new.rar"), "Rar!\032\007\001\000 and more".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(new Readers(reader, folder).reading(five, null))
                .isEqualTo(new Reading.Unsupported("application/x-rar-compressed", null));
        byte[] whole = Files.readAllBytes(OF_TIKA.resolve("test-documents.rar"));
        for (int length : new int[] {20, 30_000}) {
            Path cut = Files.write(folder.resolve("cut.rar"), Arrays.copyOf(whole, length));
            assertThat(new Readers(reader, folder).reading(cut, null)).isInstanceOf(Reading.Unreadable.class);
        }
    }

    @Test
    void takesMessagesOutOfOutlookData() throws IOException {
        Reading.Read read = read("testPST.pst");
        assertThat(read.mediaType()).isEqualTo("application/vnd.ms-outlook-pst");
        assertThat(read.parts()).hasSizeGreaterThan(5).allSatisfy(part -> {
            assertThat(part.mediaType()).isEqualTo("message/rfc822");
            assertThat(part.name()).endsWith(".eml");
        });
        Set<String> texts = new HashSet<>();
        for (Reading.Part part : read.parts().subList(0, 6)) {
            Reading.Read mail = new Readers(reader, folder).read(part.file());
            texts.add(mail.title() + "|" + mail.date() + "|" + mail.parts().size());
        }
        assertThat(texts).anyMatch(text -> text.matches("Re: Feature Generators\\|20\\d\\d-.*"));
    }

    @Test
    void keepsTextsOfEveryKind() throws IOException {
        List<Reading.Part> parts = read("testPST_variousBodyTypes.pst").parts();
        assertThat(parts).isNotEmpty();
        for (Reading.Part part : parts) {
            Reading.Read mail = new Readers(reader, folder).read(part.file());
            assertThat(Readers.text(mail).length() + 10 * mail.parts().size()).isPositive();
        }
    }

    @Test
    void saysThatOutlookDataIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(OF_TIKA.resolve("testPST_variousBodyTypes.pst"));
        Path cut = Files.write(folder.resolve("cut.pst"), Arrays.copyOf(whole, 20_000));
        assertThat(new Readers(reader, folder).reading(cut, null)).isInstanceOf(Reading.Unreadable.class);
    }

    private Reading.Read read(String name) throws IOException {
        return new Readers(reader, folder).read(OF_TIKA.resolve(name));
    }

    private static Reading.Part part(Reading.Read read, String name) {
        return read.parts().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
