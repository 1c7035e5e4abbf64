package io.liasse.routes.reading;

import static io.liasse.routes.testing.Program.bytes;
import static io.liasse.routes.testing.Program.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.routes.Incoming;
import io.liasse.routes.testing.Program;
import io.liasse.routes.testing.Samples;
import io.liasse.routes.workplace.Workplace;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import io.liasse.store.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingQueueTest {
    private static final int PAGES = 12;

    @TempDir
    private Path home;

    private TestDatabase database;

    @BeforeEach
    void prepare() {
        database = TestDatabase.fresh();
    }

    private Program idle() {
        return Program.start(home, database);
    }

    private Program reading(String... properties) {
        return Program.start(
                home,
                database,
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        "liasse.reading.enabled=true",
                                        "liasse.reading.workers=1",
                                        "liasse.reading.first-pause=100ms",
                                        "liasse.reading.longest-pause=500ms"),
                                java.util.Arrays.stream(properties))
                        .toArray(String[]::new));
    }

    @Test
    void readsWhatWasReceivedBeforeARestart() {
        DocumentId id;
        try (Program program = idle()) {
            id = program.receive(upload("letter.txt"), bytes("Dear all")).document();
        }
        try (Program program = reading()) {
            awaitFinal(program, id);
        }
    }

    @Test
    void readsRoutineBeforeBulk() {
        DocumentId bulk;
        DocumentId routine;
        try (Program program = idle()) {
            bulk = program.receive(urgent("bulk.txt", Incoming.Urgency.BULK), bytes("b"))
                    .document();
            routine = program.receive(urgent("routine.txt", Incoming.Urgency.ROUTINE), bytes("r"))
                    .document();
        }
        try (Program program = reading("liasse.reading.threads=1")) {
            awaitFinal(program, bulk);
            awaitFinal(program, routine);
            assertThat(program.document(routine).readAt())
                    .isBefore(program.document(bulk).readAt());
        }
    }

    @Test
    void readsForAPersonWhoWaitsWhileAnImportOccupiesAllOthers() throws IOException {
        try (Program program = reading("liasse.reading.threads=1", "liasse.reading.poll-interval=1h")) {
            DocumentId bulk = receiveLongScan(program);
            DocumentId person = program.receive(urgent("person.txt", Incoming.Urgency.PERSON_WAITS), bytes("p"))
                    .document();
            awaitFinal(program, person);
            assertThat(program.document(bulk).state()).isEqualTo(DocumentState.READING);
        }
    }

    @Test
    void goesOnAfterAStopInTheMiddle() throws IOException {
        DocumentId id;
        try (Program program = reading("liasse.reading.shutdown-wait=10ms")) {
            id = receiveLongScan(program);
        }
        try (Program program = reading("liasse.reading.heartbeat=10m")) {
            awaitFinal(program, id);
            assertThat(program.document(id).state()).isEqualTo(DocumentState.INBOX);
            assertThat(program.documents().pages(id)).hasSize(PAGES);
        }
    }

    @Test
    void goesOnWhenItsChildProcessesAreEndedFromOutside() throws IOException {
        try (Program program = reading()) {
            DocumentId id = receiveLongScan(program);
            assertThat(endChildren()).isPositive();
            awaitFinal(program, id);
            assertThat(program.document(id).state()).isEqualTo(DocumentState.INBOX);
            assertThat(program.documents().pages(id))
                    .hasSize(PAGES)
                    .allSatisfy(page -> assertThat(page.text()).contains("cellar"));
        }
    }

    private static long endChildren() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .filter(ProcessHandle::destroyForcibly)
                .count();
    }

    private static DocumentId receiveLongScan(Program program) throws IOException {
        DocumentId id = program.receive(urgent("long.tif", Incoming.Urgency.BULK), Samples.longScan(PAGES))
                .document();
        await().atMost(Duration.ofSeconds(30)).until(() -> program.document(id).state() == DocumentState.READING);
        return id;
    }

    private static Incoming urgent(String name, Incoming.Urgency urgency) {
        return new Incoming(
                Channel.UPLOAD, null, name, null, null, null, List.of(), List.of(), null, Wishes.NONE, urgency);
    }

    @Test
    void goesOnAtOnceWithWhatItsEarlierSelfDiedOver() {
        DocumentId id;
        try (Program program = idle()) {
            id = program.receive(upload("letter.txt"), bytes("Dear all")).document();
            program.documents().startReading(id);
            pick(program, program.get(Workplace.class).name(), "now()");
        }
        try (Program program = reading("liasse.reading.heartbeat=10m", "liasse.reading.poll-interval=200ms")) {
            awaitFinal(program, id);
        }
    }

    @Test
    void takesOverFromANodeThatDied() {
        DocumentId id;
        try (Program program = idle()) {
            id = program.receive(upload("letter.txt"), bytes("Dear all")).document();
            pick(program, "another node", "now() - interval '1 hour'");
        }
        try (Program program = reading("liasse.reading.heartbeat=250ms", "liasse.reading.poll-interval=200ms")) {
            awaitFinal(program, id);
        }
    }

    private static void pick(Program program, String worker, String heartbeat) {
        program.sql()
                .sql("update scheduled_tasks set picked = true, picked_by = :worker, last_heartbeat = " + heartbeat)
                .param("worker", worker)
                .update();
    }

    @Test
    void waitsForAnObjectStoreThatIsAway() throws IOException {
        DocumentId id;
        try (Program program = idle()) {
            id = program.receive(upload("letter.txt"), bytes("Dear all")).document();
        }
        Path objects = home.resolve("objects");
        Path away = home.resolve("away");
        Files.move(objects, away);
        try (Program program = reading("liasse.reading.poll-interval=100ms", "liasse.reading.fault-tries=1")) {
            await().until(() -> failures(program) >= 3);
            assertThat(program.document(id).state()).isEqualTo(DocumentState.READING);
            org.springframework.util.FileSystemUtils.deleteRecursively(objects);
            Files.move(away, objects);
            awaitFinal(program, id);
            assertThat(program.document(id).state()).isEqualTo(DocumentState.INBOX);
        }
    }

    @Test
    void givesUpVisiblyAfterTheLastTry() throws IOException {
        DocumentId id;
        try (Program program = idle()) {
            id = program.receive(upload("letter.txt"), bytes("Dear all")).document();
        }
        Path objects = home.resolve("objects");
        Path away = home.resolve("away");
        Files.move(objects, away);
        try (Program program = reading("liasse.reading.poll-interval=100ms", "liasse.reading.tries=3")) {
            awaitFinal(program, id);
            Document failed = program.document(id);
            assertThat(failed.state()).isEqualTo(DocumentState.FAILED);
            assertThat(failed.reason()).matches("internal\\|[0-9a-f-]{36}");
            await().until(() -> program.jobs() == 0);
            org.springframework.util.FileSystemUtils.deleteRecursively(objects);
            Files.move(away, objects);
            program.intake().retry(id, null, program.everybody());
            awaitFinal(program, id);
            assertThat(program.document(id).state()).isEqualTo(DocumentState.INBOX);
        }
    }

    private static long failures(Program program) {
        return program.sql()
                .sql("select coalesce(max(consecutive_failures), 0) from scheduled_tasks")
                .query(Long.class)
                .single();
    }

    @Test
    void losesNothingWhenTheDatabaseEndsAllSessionsAgainAndAgain() throws SQLException {
        try (Program program = reading("liasse.reading.heartbeat=250ms", "liasse.reading.poll-interval=100ms")) {
            List<DocumentId> ids = IntStream.range(0, 20)
                    .mapToObj(n -> program.receive(upload(n + ".txt"), bytes("text " + n))
                            .document())
                    .toList();
            for (int times = 0; times < 5; times++) {
                endAllSessions();
                await().pollDelay(Duration.ofMillis(200)).until(() -> true);
            }
            ids.forEach(each -> awaitFinal(program, each));
            assertThat(ids)
                    .allSatisfy(
                            each -> assertThat(program.document(each).state()).isEqualTo(DocumentState.INBOX));
            await().atMost(Duration.ofSeconds(20)).until(() -> program.jobs() == 0);
        }
    }

    /** From a session outside the program's pool, whose own sessions may just have been ended. */
    private void endAllSessions() throws SQLException {
        try (Connection own = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = own.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                    """);
        }
    }

    private static void awaitFinal(Program program, DocumentId id) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> program.document(id).state().isFinal());
    }
}
