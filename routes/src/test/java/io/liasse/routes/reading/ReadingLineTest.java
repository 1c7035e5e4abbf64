package io.liasse.routes.reading;

import static io.liasse.routes.testing.Program.bytes;
import static io.liasse.routes.testing.Program.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.routes.testing.Program;
import io.liasse.routes.testing.Samples;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Field;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingLineTest {
    private Path home;
    private Program program;

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder;
        program = Program.start(
                folder,
                TestDatabase.fresh(),
                "liasse.reading.enabled=true",
                "liasse.reading.poll-interval=1h",
                "liasse.reading.depth=2",
                "liasse.reading.parts-per-item=12",
                "liasse.reading.first-pause=100ms");
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void readsATextAndFilesIt() {
        CaseFile water = program.openCase("Water damage");
        Document filed = read("letter.txt", bytes("Your sign: " + water.reference()));
        assertThat(filed.state()).isEqualTo(DocumentState.FILED);
        assertThat(filed.caseReference()).isEqualTo(water.reference());
        assertThat(filed.readingMillis()).isNotNull();
        assertThat(program.documents().fields(filed.id()))
                .extracting(Field::name, Field::value, Field::page)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "case-reference", water.reference().toString(), 1));
    }

    @Test
    void readsAPictureAndFilesItByWhatOnlyRecognitionKnows() throws IOException {
        CaseFile water = program.openCase("Water damage");
        Document filed = read("scan.png", Samples.scan("Dear Sir or Madam", "Reference " + water.reference()));
        assertThat(filed.state()).isEqualTo(DocumentState.FILED);
        assertThat(filed.caseReference()).isEqualTo(water.reference());
        assertThat(filed.confidence()).isGreaterThan(0.5);
        assertThat(List.of(RenditionKind.PDF, RenditionKind.TEXT, RenditionKind.THUMBNAIL))
                .allSatisfy(kind -> assertThat(program.documents().rendition(filed.id(), kind, 0))
                        .isPresent());
        assertThat(program.documents().rendition(filed.id(), RenditionKind.PAGE, 1))
                .isPresent();
    }

    @Test
    void filesAMailByItsSubjectWithAllItsAttachments() throws IOException {
        CaseFile water = program.openCase("Water damage");
        DocumentId id = receive("mail.eml", mail("Re: " + water.reference()));
        awaitAllFinal(id);
        List<Document> parts = program.documents().parts(id);
        assertThat(parts).extracting(Document::name).contains("note.txt", "scan.png");
        assertThat(Stream.concat(Stream.of(program.document(id)), parts.stream()))
                .allSatisfy(each -> assertThat(each.caseReference()).isEqualTo(water.reference()));
    }

    private static byte[] mail(String subject) throws IOException {
        String picture = java.util.Base64.getMimeEncoder().encodeToString(Samples.scan("The cellar is full of water"));
        return bytes("""
                From: a@example.com
                To: b@example.com
                Subject: %s
                Message-ID: <parts@example.com>
                Date: Mon, 5 Jan 2026 10:00:00 +0100
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: text/plain

                see attachments
                --x
                Content-Type: text/plain; name="note.txt"
                Content-Disposition: attachment; filename="note.txt"

                water everywhere
                --x
                Content-Type: image/png
                Content-Disposition: attachment; filename="scan.png"
                Content-Transfer-Encoding: base64

                %s
                --x--
                """.formatted(subject, picture).replace("\r", "").replace("\n", "\r\n"));
    }

    @Test
    void failsOnAnEmptyFileWithTheReason() {
        Document failed = read("nothing.pdf", new byte[0]);
        assertThat(failed.state()).isEqualTo(DocumentState.FAILED);
        assertThat(failed.reason()).isEqualTo("empty");
    }

    @Test
    void endsPartsOfPartsAtADepth() throws IOException {
        byte[] inner = Samples.zip(Map.of("letter.txt", bytes("Dear all")));
        byte[] middle = Samples.zip(Map.of("inner.zip", inner));
        DocumentId outer = receive("outer.zip", Samples.zip(Map.of("middle.zip", middle)));
        awaitAllFinal(outer);
        Document part = program.documents().parts(outer).getFirst();
        Document partOfPart = program.documents().parts(part.id()).getFirst();
        Document tooDeep = program.documents().parts(partOfPart.id()).getFirst();
        assertThat(partOfPart.name()).isEqualTo("inner.zip");
        assertThat(partOfPart.state()).isEqualTo(DocumentState.INBOX);
        assertThat(tooDeep.state()).isEqualTo(DocumentState.FAILED);
        assertThat(tooDeep.reason()).isEqualTo("too-deep");
    }

    @Test
    void refusesToBecomeTooManyDocuments() throws IOException {
        Map<String, byte[]> many = IntStream.range(0, 15)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(n -> n + ".txt", n -> bytes("text " + n)));
        Document failed = read("many.zip", Samples.zip(many));
        assertThat(failed.state()).isEqualTo(DocumentState.FAILED);
        assertThat(failed.reason()).isEqualTo("too-many-parts");
        assertThat(program.documents().parts(failed.id())).isEmpty();
    }

    @Test
    @Tag("samples")
    void failsAHostileFileAloneWhileOthersGoOn() throws IOException {
        List<DocumentId> hostile = Stream.of(
                        "hostile/bombs/oom.tnef", "hostile/bombs/hugemono.pdf", "hostile/bombs/testZ_oom.Z")
                .map(this::receiveShared)
                .toList();
        Document good = read("good.txt", bytes("Dear all"));
        assertThat(good.state()).isEqualTo(DocumentState.INBOX);
        hostile.forEach(this::awaitAllFinal);
        assertThat(read("after.txt", bytes("Dear all")).state()).isEqualTo(DocumentState.INBOX);
    }

    @Test
    @Tag("samples")
    void asksForThePasswordAndForgetsIt() throws IOException {
        DocumentId id = receiveShared("capture/pdf-encrypted/encrypted-test123.pdf");
        awaitAllFinal(id);
        assertThat(program.document(id).state()).isEqualTo(DocumentState.NEEDS_PASSWORD);
        assertThat(program.document(id).reason()).isEqualTo("needs-password");

        program.intake().retry(id, "wr0ng-s3cret", program.everybody());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "wrong-password".equals(program.document(id).reason()));

        program.intake().retry(id, "test123", program.everybody());
        awaitAllFinal(id);
        assertThat(program.document(id).state()).isEqualTo(DocumentState.INBOX);
        await().until(() -> program.jobs() == 0);
        assertThat(program.sql()
                        .sql(
                                "select count(*) from journal where details::text like '%s3cret%' or details::text like '%test123%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesNothingOnTheDesk() throws IOException {
        read("letter.txt", bytes("Dear all"));
        await().until(() -> program.jobs() == 0);
        try (Stream<Path> left = Files.list(home.resolve("work/1"))) {
            assertThat(left).isEmpty();
        }
    }

    private DocumentId receive(String name, byte[] content) {
        return program.receive(upload(name), content).document();
    }

    private DocumentId receiveShared(String path) {
        try {
            return receive(Path.of(path).getFileName().toString(), Samples.shared(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Document read(String name, byte[] content) {
        DocumentId id = receive(name, content);
        awaitAllFinal(id);
        return program.document(id);
    }

    private void awaitAllFinal(DocumentId id) {
        await().atMost(Duration.ofSeconds(120)).until(() -> allFinal(id));
    }

    private boolean allFinal(DocumentId id) {
        return program.document(id).state().isFinal()
                && program.documents().parts(id).stream().allMatch(part -> allFinal(part.id()));
    }
}
