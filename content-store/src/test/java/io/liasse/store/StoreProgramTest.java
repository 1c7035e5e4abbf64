package io.liasse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.store.access.Users;
import io.liasse.store.document.Documents;
import io.liasse.store.journal.JournalFeed;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.object.StoredObject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The store as Spring Boot starts it over its bundled PostgreSQL, in a home that does not exist before. */
class StoreProgramTest {
    @TempDir
    Path folder;

    private String home() {
        return "--liasse.home=" + folder.resolve("home");
    }

    @Test
    void isUsableAtOnceAndKeepsEverythingBetweenStarts() {
        StoredObject stored;
        try (ConfigurableApplicationContext first = StoreProgram.started(home())) {
            assertThat(first.getBean(Users.class).createFirst("admin", "a password for tests"))
                    .isPresent();
            assertThat(first.getBean(Documents.class).countUnderWay()).isZero();
            assertThat(first.getBean(JournalFeed.class).isRunning()).isFalse();
            stored = first.getBean(ObjectStore.class).put(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        }
        assertThat(folder.resolve("home/postgres/data/postmaster.pid")).doesNotExist();
        try (ConfigurableApplicationContext second = StoreProgram.started(home())) {
            assertThat(second.getBean(Users.class).named("ADMIN")).isPresent();
            assertThat(second.getBean(Users.class).createFirst("other", "a password for tests"))
                    .isEmpty();
            assertThat(second.getBean(ObjectStore.class).size(stored.hash())).hasValue(3);
        }
    }

    @Test
    void takesOverFromAProgramThatWasKilled() throws Exception {
        Process killed = startedInItsOwnProcess();
        ProcessHandle orphan = serverOf(folder.resolve("home/postgres/data/postmaster.pid"));
        killed.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();
        try (ConfigurableApplicationContext next = StoreProgram.started(home())) {
            await().atMost(Duration.ofSeconds(30)).until(() -> !orphan.isAlive());
            assertThat(next.getBean(Users.class).named("admin")).isPresent();
        }
    }

    @Test
    void startsWhenBothWereKilled() throws Exception {
        Process killed = startedInItsOwnProcess();
        ProcessHandle orphan = serverOf(folder.resolve("home/postgres/data/postmaster.pid"));
        killed.destroyForcibly().waitFor();
        orphan.destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> !orphan.isAlive());
        try (ConfigurableApplicationContext next = StoreProgram.started(home())) {
            assertThat(next.getBean(Users.class).named("admin")).isPresent();
            assertThat(next.getBean(JdbcClient.class)
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    private Process startedInItsOwnProcess() throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProgram.class.getName(),
                        home()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); !StoreProgram.READY.equals(line); line = output.readLine()) {
            assertThat(line)
                    .describedAs("the program ended before it was ready")
                    .isNotNull();
        }
        return process;
    }

    private static ProcessHandle serverOf(Path note) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }
}
