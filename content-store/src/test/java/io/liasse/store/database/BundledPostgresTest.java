package io.liasse.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledPostgresTest {
    private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"), "liasse-postgres");

    @TempDir
    Path home;

    private BundledPostgres started() {
        return BundledPostgres.start(home.resolve("postgres"), PROGRAMS, ServerSettings.DURABLE);
    }

    @Test
    void keepsItsDataBetweenStarts() throws Exception {
        try (BundledPostgres first = started()) {
            first.create("liasse");
            run(first, "create table kept as select 42 as answer");
        }
        try (BundledPostgres second = started()) {
            second.create("liasse");
            assertThat(answer(second, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void answersACommitOnlyWhenItIsOnDisk() throws Exception {
        try (BundledPostgres server = started()) {
            assertThat(answer(server, "show fsync")).isEqualTo("on");
            assertThat(answer(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(answer(server, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void asksForThePasswordThatOnlyItsOwnerCanRead() throws Exception {
        try (BundledPostgres server = started()) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), BundledPostgres.USER, "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("authentication failed");
            assertThat(Files.getPosixFilePermissions(home.resolve("postgres/password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void refusesAFolderThatARunningProgramOwns() {
        try (BundledPostgres server = started()) {
            assertThat(server.password()).isNotBlank();
            assertThatThrownBy(this::started)
                    .isInstanceOf(DatabaseFailure.class)
                    .rootCause()
                    .hasMessageContaining("another running program");
        }
    }

    @Test
    void startsOverANoteWhoseProcessIsAnotherProgram() throws Exception {
        started().close();
        Files.writeString(
                home.resolve("postgres/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        try (BundledPostgres server = started()) {
            assertThat(answer(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void recoversFromAStopWithoutWarning() throws Exception {
        BundledPostgres killed = started();
        run(killed, "create table kept as select 42 as answer");
        killed.abandon();
        try (BundledPostgres server = started()) {
            assertThat(answer(server, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void startsAgainOnTheSamePortWhenTheServerDies() throws Exception {
        try (BundledPostgres server = started()) {
            run(server, "create table kept as select 42 as answer");
            String url = server.url("liasse");
            long pid = Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                    .getFirst()
                    .strip());
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> answer(server, "select answer from kept").equals("42"));
            assertThat(server.url("liasse")).isEqualTo(url);
        }
        assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    private static void run(BundledPostgres server, String sql) throws SQLException {
        try (Connection connection = connection(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(BundledPostgres server, String sql) throws SQLException {
        try (Connection connection = connection(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connection(BundledPostgres server) throws SQLException {
        server.create("liasse");
        return DriverManager.getConnection(server.url("liasse"), BundledPostgres.USER, server.password());
    }
}
