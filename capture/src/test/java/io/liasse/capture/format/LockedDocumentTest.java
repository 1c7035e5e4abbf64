package io.liasse.capture.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenDocument files that LibreOffice 7.4 stored with the password «schlüssel», and what a later one would store. */
final class LockedDocumentTest {
    private static final String PASSWORD = "schlüssel";
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
        "locked-aes.odt, Entscheid zum Dossier 2024-17",
        "locked-blowfish.odt, Entscheid zum Dossier 2024-17",
        "locked-table.ods, Prämie"
    })
    void opensWithThePassword(String name, String text) throws IOException {
        Path file = sample(name);
        Readers readers = new Readers(reader, folder);
        assertThat(readers.reading(file, null)).isInstanceOf(Reading.NeedsPassword.class);
        assertThat(readers.reading(file, "schluessel")).isInstanceOf(Reading.NeedsPassword.class);
        assertThat(readers.reading(file, PASSWORD)).isInstanceOfSatisfying(Reading.Read.class, read -> {
            assertThat(Readers.text(read)).contains(text);
            assertThat(read.mediaType()).startsWith("application/vnd.oasis.opendocument.");
            assertThat(read.pages().getFirst().because()).isEqualTo("good-layer");
        });
    }

    @Test
    void leavesNoOpenCopyBehind() throws IOException {
        new Readers(reader, folder).reading(sample("locked-aes.odt"), PASSWORD);
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile))
                    .noneMatch(file -> file.getFileName().toString().equals("opened"));
        }
    }

    @Test
    void opensPackageEncryptedAsAWhole() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("whole.odt");
        Files.write(file, whole(plain()));
        Readers readers = new Readers(reader, folder);
        assertThat(readers.reading(file, null)).isInstanceOf(Reading.NeedsPassword.class);
        assertThat(readers.reading(file, "falsch")).isInstanceOf(Reading.NeedsPassword.class);
        assertThat(readers.reading(file, PASSWORD))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(Readers.text(read)).contains("Grüsse vom Amt"));
    }

    @ParameterizedTest
    @CsvSource({
        "manifest:iteration-count=\"100000\", manifest:iteration-count=\"2000000000\"",
        "manifest:iteration-count=\"100000\", manifest:iteration-count=\"-1\"",
        "manifest:key-size=\"32\", manifest:key-size=\"99999999\"",
        "PBKDF2, PGP",
        "aes256-cbc, rot13"
    })
    void refusesWhatNobodyCanOpen(String from, String to) throws IOException {
        Path file = folder.resolve("odd.odt");
        try (var in = new java.util.zip.ZipFile(sample("locked-aes.odt").toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : java.util.Collections.list(in.entries())) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                boolean manifest = entry.getName().endsWith("manifest.xml");
                put(
                        out,
                        entry.getName(),
                        manifest
                                ? new String(bytes, StandardCharsets.UTF_8)
                                        .replace(from, to)
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        assertThat(new Readers(reader, folder).reading(file, PASSWORD))
                .isInstanceOfAny(Reading.Unreadable.class, Reading.Unsupported.class);
    }

    private Path sample(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = LockedDocumentTest.class.getResourceAsStream(name);
                OutputStream out = Files.newOutputStream(file)) {
            java.util.Objects.requireNonNull(in).transferTo(out);
        }
        return file;
    }

    private static byte[] plain() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "mimetype", text("application/vnd.oasis.opendocument.text"));
            put(zip, "META-INF/manifest.xml", text("""
                    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                    <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
                    <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
                    </manifest:manifest>"""));
            put(zip, "content.xml", text("""
                    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
                    <office:body><office:text><text:p>Grüsse vom Amt</text:p></office:text></office:body>
                    </office:document-content>"""));
        }
        return bytes.toByteArray();
    }

    /** By the format of LibreOffice 24.8: Argon2id, AES in Galois/counter mode, the vector before what it is for. */
    private static byte[] whole(byte[] plain) throws IOException, GeneralSecurityException {
        byte[] salt = text("sixteen bytes ok");
        byte[] vector = text("twelve bytes");
        byte[] key = new byte[32];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withIterations(3)
                .withMemoryAsKB(65_536)
                .withParallelism(4)
                .build());
        generator.generateBytes(MessageDigest.getInstance("SHA-256").digest(text(PASSWORD)), key);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, vector));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            deflated.write(plain);
        }
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        encrypted.write(vector);
        encrypted.write(cipher.doFinal(packed.toByteArray()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "mimetype", text("application/vnd.oasis.opendocument.text"));
            put(zip, "encrypted-package", encrypted.toByteArray());
            put(zip, "META-INF/manifest.xml", text("""
                    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
                     xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0">
                    <manifest:file-entry manifest:full-path="encrypted-package"
                      manifest:media-type="application/vnd.oasis.opendocument.text"><manifest:encryption-data>
                    <manifest:algorithm manifest:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm"
                      manifest:initialisation-vector="%s"/>
                    <manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2001/04/xmlenc#sha256"
                      manifest:key-size="32"/>
                    <manifest:key-derivation manifest:key-size="32" manifest:salt="%s"
                      manifest:key-derivation-name="urn:org:documentfoundation:names:experimental:office:manifest:argon2id"
                      loext:argon2-iterations="3" loext:argon2-memory="65536" loext:argon2-lanes="4"/>
                    </manifest:encryption-data></manifest:file-entry></manifest:manifest>""".formatted(encoded(vector), encoded(salt))));
        }
        return bytes.toByteArray();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
