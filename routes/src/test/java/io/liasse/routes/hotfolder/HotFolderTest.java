package io.liasse.routes.hotfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.routes.Channels;
import io.liasse.routes.Incoming;
import io.liasse.routes.failure.ChannelBoard;
import io.liasse.routes.testing.Program;
import io.liasse.store.item.Item;
import io.liasse.store.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotFolderTest {
    @TempDir
    private Path temp;

    private Path home;
    private Path hot;
    private TestDatabase database;

    @BeforeEach
    void prepare() throws IOException {
        home = temp.resolve("home");
        hot = Files.createDirectories(temp.resolve("hot"));
        database = TestDatabase.fresh();
    }

    private Program program() {
        return Program.start(
                home,
                database,
                "liasse.hot-folders[0].path=" + hot,
                "liasse.hot-folders[0].quiet=300ms",
                "liasse.hot-folders[0].interval=50ms",
                "liasse.intake.max-bytes=100KB");
    }

    @Test
    void takesAFileAndRemovesItThen() throws IOException {
        try (Program program = program()) {
            Path letter = Files.writeString(hot.resolve("letter.txt"), "Dear all");
            await().until(() -> Files.notExists(letter));
            assertThat(program.documentNames()).containsExactly("letter.txt");
            assertThat(program.channel("hot-folder").lastReceivedAt()).isNotNull();
        }
    }

    @Test
    void watchesAFolderInTheHomeWhenNoneIsConfigured() throws IOException {
        try (Program program = Program.startAsConfigured(home, database, "liasse.reading.enabled=false")) {
            await().until(() -> Files.isDirectory(home.resolve("hot")));
            Path letter = Files.writeString(home.resolve("hot/letter.txt"), "Dear all");
            await().until(() -> Files.notExists(letter));
            assertThat(program.documentNames()).containsExactly("letter.txt");
        }
    }

    @Test
    void waitsUntilAGrowingFileIsWhole() throws IOException {
        try (Program program = program()) {
            Path growing = hot.resolve("growing.txt");
            try (OutputStream slow = Files.newOutputStream(growing)) {
                Instant end = Instant.now().plus(Duration.ofMillis(1500));
                await().pollInterval(Duration.ofMillis(50))
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> {
                            slow.write("line\n".getBytes(StandardCharsets.US_ASCII));
                            return Instant.now().isAfter(end);
                        });
                assertThat(program.documentNames()).isEmpty();
                slow.write("end".getBytes(StandardCharsets.US_ASCII));
            }
            long whole = Files.size(growing);
            await().until(() -> Files.notExists(growing));
            assertThat(program.items()).extracting(Item::size).containsExactly(whole);
        }
    }

    @Test
    void ignoresTemporaryNames() throws IOException {
        List<String> temporary =
                List.of("a.part", "b.tmp", "c.crdownload", "~d.docx", ".e.pdf", "f.pdf.filepart", "Thumbs.db", "g~");
        try (Program program = program()) {
            for (String name : temporary) {
                Files.writeString(hot.resolve(name), "unfinished");
            }
            Path finished = Files.writeString(hot.resolve("z.txt"), "finished");
            await().until(() -> Files.notExists(finished));
            assertThat(program.documentNames()).containsExactly("z.txt");
            assertThat(temporary)
                    .allSatisfy(name -> assertThat(hot.resolve(name)).exists());
        }
    }

    @Test
    void takesNamesOfSubFoldersAsHints() throws IOException {
        try (Program program = program()) {
            Path folder = Files.createDirectories(hot.resolve("2026-000417-1").resolve("invoices"));
            Path file = Files.writeString(folder.resolve("a.txt"), "x");
            await().until(() -> Files.notExists(file));
            assertThat(program.items().getFirst().hints()).containsExactly("2026-000417-1", "invoices");
            assertThat(folder).exists();
        }
    }

    @Test
    void movesWhatIsTooLargeToTheErrorFolderWithTheReasonBesideIt() throws IOException {
        try (Program program = program()) {
            Files.createDirectories(hot.resolve("sub"));
            Files.write(hot.resolve("sub/large.bin"), new byte[200_000]);
            Path moved = hot.resolve("_errors/sub/large.bin");
            await().until(() -> Files.exists(moved) && Files.notExists(hot.resolve("sub/large.bin")));
            assertThat(moved).hasSize(200_000);
            assertThat(moved.resolveSibling("large.bin.reason.txt"))
                    .content()
                    .contains("sub/large.bin was not taken: it has more than 102400 bytes");
            assertThat(program.documentNames()).isEmpty();
            assertThat(program.channel("hot-folder").lastProblem()).contains("large.bin");
        }
    }

    @Test
    void keepsEarlierErrorsWhenTheSameNameFailsAgain() throws IOException {
        try (Program program = program()) {
            Files.write(hot.resolve("large.bin"), new byte[200_000]);
            await().until(() -> Files.exists(hot.resolve("_errors/large.bin")));
            Files.write(hot.resolve("large.bin"), new byte[300_000]);
            await().until(() -> Files.exists(hot.resolve("_errors/1-large.bin")));
            assertThat(hot.resolve("_errors/large.bin")).hasSize(200_000);
            assertThat(program.documentNames()).isEmpty();
        }
    }

    @Test
    void doesNotFollowLinks() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.txt"), "secret");
        Path outside = Files.createDirectories(temp.resolve("outside"));
        Files.writeString(outside.resolve("also-secret.txt"), "secret");
        try (Program program = program()) {
            Files.createSymbolicLink(hot.resolve("link.txt"), secret);
            Files.createSymbolicLink(hot.resolve("folder"), outside);
            await().until(() -> Files.exists(hot.resolve("_errors/link.txt"), LinkOption.NOFOLLOW_LINKS)
                    && Files.exists(hot.resolve("_errors/folder"), LinkOption.NOFOLLOW_LINKS));
            assertThat(program.documentNames()).isEmpty();
            assertThat(secret).hasContent("secret");
            assertThat(outside.resolve("also-secret.txt")).exists();
        }
    }

    @Test
    void removesOnlyWhatItTookBeforeACrash() throws IOException {
        Path letter = hot.resolve("letter.txt");
        Files.writeString(letter, "Dear all");
        try (Program program = Program.start(home, database)) {
            takeWithoutRemoving(program);
            assertThat(program.documentNames()).containsExactly("letter.txt");
        }
        assertThat(letter).exists();
        try (Program program = program()) {
            await().until(() -> Files.notExists(letter));
            assertThat(program.documentNames()).containsExactly("letter.txt");
        }
    }

    /** Leaves everything as a process does that is killed between the commit and the removal. */
    private void takeWithoutRemoving(Program program) throws IOException {
        FolderSweep sweep = new FolderSweep(
                "hot-folder-0",
                HotFolderSettings.HotFolder.usual(hot),
                program.intake(),
                program.get(ChannelBoard.class).add("hot", "hot-folder", hot.toString()),
                Clock.systemUTC());
        for (Drop drop : Look.into(hot, hot.resolve("_errors")).found()) {
            sweep.take(drop, Incoming.Urgency.ROUTINE);
        }
    }

    @Test
    void takesTheSameFileDroppedAgainAsNew() throws IOException {
        try (Program program = program()) {
            Path letter = hot.resolve("letter.txt");
            FileTime time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
            for (int times = 1; times <= 2; times++) {
                Files.writeString(letter, "Dear all");
                Files.setLastModifiedTime(letter, time);
                await().until(() -> Files.notExists(letter));
            }
            assertThat(program.documentNames()).containsExactly("letter.txt", "letter.txt");
        }
    }

    @Test
    void leavesFilesWhileTheObjectStoreIsAwayAndTakesThemLater() throws IOException {
        try (Program program = program()) {
            Path objects = home.resolve("objects");
            Path away = home.resolve("objects-away");
            Files.move(objects, away);
            Files.writeString(objects, "a file where the folder was");
            Path letter = Files.writeString(hot.resolve("letter.txt"), "Dear all");
            await().until(() -> program.channel("hot-folder").health() == Channels.Health.RETRYING);
            assertThat(letter).exists();
            assertThat(program.documentNames()).isEmpty();
            Files.delete(objects);
            Files.move(away, objects);
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.notExists(letter));
            await().until(() -> program.channel("hot-folder").health() == Channels.Health.WORKING);
            assertThat(program.documentNames()).containsExactly("letter.txt");
            assertThat(program.channel("hot-folder").lastProblem()).isNull();
        }
    }

    @Test
    void takesNamesInAnyAlphabet() throws IOException {
        try (Program program = program()) {
            Path file = Files.writeString(hot.resolve("Zürich – été ☂.txt"), "x");
            await().until(() -> Files.notExists(file));
            assertThat(program.documentNames()).containsExactly("Zürich – été ☂.txt");
        }
    }
}
