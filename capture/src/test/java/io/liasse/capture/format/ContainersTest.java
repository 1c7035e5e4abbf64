package io.liasse.capture.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is inside archives comes out with its name and date, or the archive says why not. */
final class ContainersTest {
    private static final Instant THEN = Instant.parse("2024-05-06T07:08:10Z");
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
        "IBM437, Verträge/Müller & Söhne – Größe.txt",
        "IBM850, Reçu/été à Genève.txt",
        "IBM850, Documenti/città è perché.txt",
        "windows-1252, Übersicht/façade déjà vu.txt",
        "Shift_JIS, 書類/テスト文書.txt",
        "GB18030, 文件/合同说明书.txt",
        "UTF-8, Ärzte/été – 文.txt"
    })
    void keepsNamesInTheirLetters(String set, String name) throws IOException {
        String writable = new String(name.getBytes(Charset.forName(set)), Charset.forName(set));
        Path file = folder.resolve("names.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file.toFile())) {
            zip.setEncoding(set);
            zip.setUseLanguageEncodingFlag(false);
            zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
            put(zip, writable, "Inhalt");
        }
        assertThat(parts(file)).extracting(Reading.Part::name).containsExactly(writable);
    }

    @Test
    void keepsDatesOfZip() throws IOException {
        Path file = folder.resolve("dates.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file.toFile())) {
            put(zip, "a.txt", "one");
            put(zip, "b/c.txt", "two");
            put(zip, "empty.txt", "");
        }
        assertThat(parts(file)).extracting(Reading.Part::modified).containsExactly(THEN, THEN);
        assertThat(Readers.text(new Readers(reader, folder).read(file))).contains("a.txt", "b/c.txt", "empty.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bzip2", "xz"})
    void takesFilesOutOfPackedTar(String packing) throws IOException, CompressorException {
        Path tar = folder.resolve("files.tar");
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar), "UTF-8")) {
            TarArchiveEntry entry = new TarArchiveEntry("Brief/à faire.txt");
            byte[] bytes = "Inhalt".getBytes(StandardCharsets.UTF_8);
            entry.setSize(bytes.length);
            entry.setModTime(Date.from(THEN));
            out.putArchiveEntry(entry);
            out.write(bytes);
            out.closeArchiveEntry();
        }
        Path packed = folder.resolve("files.tar." + packing);
        try (OutputStream out =
                new CompressorStreamFactory().createCompressorOutputStream(packing, Files.newOutputStream(packed))) {
            Files.copy(tar, out);
        }
        Reading.Part inner = parts(packed).getFirst();
        assertThat(inner.mediaType()).contains("tar");
        Reading.Part text = parts(inner.file()).getFirst();
        assertThat(text.name()).isEqualTo("Brief/à faire.txt");
        assertThat(text.modified()).isEqualTo(THEN);
    }

    @Test
    void takesFilesOutOfSevenZip() throws IOException {
        Path file = folder.resolve("files.7z");
        try (SevenZOutputFile out = new SevenZOutputFile(file.toFile())) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("Akte/Übersicht.txt");
            entry.setLastModifiedDate(Date.from(THEN));
            out.putArchiveEntry(entry);
            out.write("Inhalt".getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
        }
        assertThat(parts(file)).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("Akte/Übersicht.txt");
            assertThat(part.modified()).isEqualTo(THEN);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMethod.class,
            names = {"AES", "ZIP_STANDARD"})
    void asksForPasswordOfZip(EncryptionMethod method) throws IOException {
        Path text = Files.writeString(folder.resolve("secret.txt"), "Geheimer Inhalt");
        File file = folder.resolve("locked.zip").toFile();
        try (net.lingala.zip4j.ZipFile zip = new net.lingala.zip4j.ZipFile(file, "right".toCharArray())) {
            ZipParameters parameters = new ZipParameters();
            parameters.setEncryptFiles(true);
            parameters.setEncryptionMethod(method);
            zip.addFile(text.toFile(), parameters);
        }
        Readers readers = new Readers(reader, folder);
        assertThat(readers.reading(file.toPath(), null)).isInstanceOf(Reading.NeedsPassword.class);
        assertThat(readers.reading(file.toPath(), "wrong")).isInstanceOf(Reading.NeedsPassword.class);
        assertThat(readers.reading(file.toPath(), "right"))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.parts())
                                .singleElement()
                                .satisfies(part -> assertThat(part.file()).hasContent("Geheimer Inhalt")));
    }

    @Test
    void keepsMailWithEmptyText() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.eml"), """
                From: a@example.org
                Subject: Beilage
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                --b
                Content-Type: text/plain; name=brief.txt
                Content-Disposition: attachment; filename=brief.txt

                Der Brief
                --b--
                """);
        assertThat(parts(file)).extracting(Reading.Part::name).containsExactly("brief.txt");
    }

    private List<Reading.Part> parts(Path file) throws IOException {
        return new Readers(reader, folder).read(file).parts();
    }

    private static void put(ZipArchiveOutputStream zip, String name, String content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTime(java.nio.file.attribute.FileTime.from(THEN));
        zip.putArchiveEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }
}
