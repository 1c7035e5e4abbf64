package io.liasse.routes.reading;

import static io.liasse.routes.testing.Program.bytes;
import static io.liasse.routes.testing.Program.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.liasse.routes.testing.Program;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real clamd, with a database of one signature, looks at each document before it is opened. */
class ScanningTest {
    /** The signature of this test, which no file has by chance. */
    private static final String MARK = "LIASSE-TEST-OF-THE-VIRUS-SCANNER-8d1f";

    @TempDir
    Path folder;

    private Path socket;
    private Program program;
    private Process clamd;

    private int port;

    @BeforeEach
    void prepare() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        socket = folder.resolve("clamd.sock");
        Path database = Files.createDirectories(folder.resolve("signatures"));
        Files.writeString(
                database.resolve("test.ndb"),
                "Liasse.Test.Mark:0:*:" + java.util.HexFormat.of().formatHex(bytes(MARK)) + "\n");
        Files.writeString(folder.resolve("clamd.conf"), """
                LocalSocket %s
                TCPSocket %d
                TCPAddr 127.0.0.1
                DatabaseDirectory %s
                TemporaryDirectory %s
                Foreground yes
                StreamMaxLength 1M
                """.formatted(socket, port, database, folder));
    }

    private void startAsking(String address) throws IOException {
        program = Program.start(
                Files.createDirectories(folder.resolve("home")),
                TestDatabase.fresh(),
                "liasse.reading.enabled=true",
                "liasse.reading.poll-interval=200ms",
                "liasse.reading.first-pause=100ms",
                "liasse.reading.longest-pause=500ms",
                "liasse.scan.timeout=2s",
                "liasse.scan.clamd=" + address);
    }

    @AfterEach
    void stop() {
        if (program != null) {
            program.close();
        }
        if (clamd != null) {
            clamd.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsCleanAndKeepsInfectedInQuarantineOnceScannerIsUp(boolean network) throws IOException {
        startAsking(network ? "127.0.0.1:" + port : socket.toString());
        DocumentId clean = received("clean.txt", bytes("A clean letter"));
        DocumentId infected = received("infected.txt", bytes("A letter with " + MARK));
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(() -> waits(clean) && waits(infected));
        assertThat(document(clean).reason()).isEqualTo("scanner-away");

        startScanner();
        assertThat(ended(clean).state()).isEqualTo(DocumentState.INBOX);
        Document kept = ended(infected);
        assertThat(kept.state()).isEqualTo(DocumentState.QUARANTINED);
        assertThat(kept.reason()).startsWith("virus|Liasse.Test.Mark");
        assertThat(program.documents().pages(infected)).isEmpty();

        Document zipped = ended(received("infected.zip", zip()));
        assertThat(zipped.state()).isEqualTo(DocumentState.QUARANTINED);
        assertThat(program.documents().parts(zipped.id())).isEmpty();

        Document large = ended(received("large.txt", bytes("x".repeat(3 << 20))));
        assertThat(large.state()).isEqualTo(DocumentState.FAILED);
        assertThat(large.reason()).isEqualTo("too-large-to-scan");
    }

    @Test
    void waitsWhileItAnswersNonsenseOrNotAtAllAndReadsOnceTheScannerIsBack() throws IOException {
        try (Impostor scanner = new Impostor()) {
            scanner.says("220 mail.example ESMTP\\0");
            startAsking(scanner.address());
            DocumentId letter = received("letter.txt", bytes("A clean letter"));
            awaitAway(letter, scanner);

            scanner.says("");
            DocumentId large = received("large.bin", noise());
            awaitAway(large, scanner);
            assertThat(program.documents().pages(letter)).isEmpty();
            assertThat(program.documents().pages(large)).isEmpty();

            startScanner();
            scanner.passesOnTo(port);
            assertThat(ended(letter).state()).isEqualTo(DocumentState.INBOX);
            assertThat(ended(large).reason()).startsWith("unsupported");
            assertThat(document(letter).reason()).isNotEqualTo("scanner-away");
            assertThat(program.documents().pages(letter)).isNotEmpty();
        }
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> new ScanSettings("clamd", Duration.ofSeconds(1), false))
                .hasMessageContaining("liasse.scan.clamd");
    }

    /** More than the buffers of a connection hold, and of no type. */
    private static byte[] noise() {
        byte[] noise = new byte[900_000];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private void awaitAway(DocumentId id, Impostor scanner) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scanner.asked() > 1
                        && "scanner-away".equals(document(id).reason()));
        assertThat(document(id).state()).isEqualTo(DocumentState.READING);
    }

    private void startScanner() throws IOException {
        clamd = new ProcessBuilder("clamd", "--config-file=" + folder.resolve("clamd.conf"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(socket));
    }

    private DocumentId received(String name, byte[] content) {
        return program.receive(upload(name), content).document();
    }

    private boolean waits(DocumentId id) {
        return !document(id).state().isFinal();
    }

    private Document ended(DocumentId id) {
        await().atMost(Duration.ofSeconds(120)).until(() -> document(id).state().isFinal());
        return document(id);
    }

    private Document document(DocumentId id) {
        return program.document(id);
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("inside.txt"));
            zip.write(bytes("Inside: " + MARK));
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
