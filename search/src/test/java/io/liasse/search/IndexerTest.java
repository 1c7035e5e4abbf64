package io.liasse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.search.lucene.Fixtures;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.testing.TestDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexerTest {
    private static final String NEVER_COMMIT = "--liasse.search.commit-every=1h";

    @TempDir
    Path home;

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void makesACommittedChangeFoundAtOnce() {
        try (Program program = Program.start(database, home)) {
            Viewer manager = program.user(Role.CASE_MANAGER);
            CaseFile caseFile = program.open("Frisch", false, manager);
            for (int i = 0; i < 20; i++) {
                String word = "Frischwort" + i;
                program.filed(caseFile, "Brief", word);
                await().pollInterval(Duration.ofMillis(10))
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> total(program, word, manager) == 1);
            }
        }
    }

    @Test
    void goesOnWhereItStopped() {
        Viewer manager;
        try (Program program = Program.start(database, home)) {
            manager = program.user(Role.CASE_MANAGER);
            fill(program, manager, 30);
        }
        try (Program again = Program.start(database, home, NEVER_COMMIT)) {
            await().until(() -> total(again, "wort", manager) == 30);
            assertThat(again.indexer().status().rebuilding()).isNull();
        }
    }

    @Test
    void losesNothingWhenItIsKilled(@TempDir Path left) throws IOException {
        Viewer manager;
        try (Program program = Program.start(database, home, "--liasse.search.commit-every=50ms")) {
            manager = program.user(Role.CASE_MANAGER);
            CaseFile caseFile = program.open("Abbruch", false, manager);
            for (int i = 0; i < 40; i++) {
                program.filed(caseFile, "Brief", "Wort");
                if (i == 25) {
                    await().until(() -> Files.exists(home.resolve("index").resolve("current")));
                    snapshot(home.resolve("index"), left.resolve("index"));
                }
            }
        }
        try (Program again = Program.start(database, left)) {
            await().until(() -> total(again, "wort", manager) == 40);
        }
    }

    @Test
    void searchesOnWhileTheIndexIsMadeAnew() throws Exception {
        try (Program program = Program.start(database, home)) {
            Viewer manager = program.user(Role.CASE_MANAGER);
            fill(program, manager, 60);
            await().until(() -> total(program, "wort", manager) == 60);
            List<Path> before = indexes();
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Long> least = CompletableFuture.supplyAsync(() -> {
                long fewest = Long.MAX_VALUE;
                while (!enough.get()) {
                    fewest = Math.min(fewest, total(program, "wort", manager));
                }
                return fewest;
            });

            program.indexer().rebuild();
            fill(program, manager, 20);
            await().until(() -> program.indexer().status().rebuilding() == null);
            await().until(() -> total(program, "wort", manager) == 80);
            enough.set(true);

            assertThat(least.get()).isGreaterThanOrEqualTo(60);
            assertThat(indexes()).hasSize(1).doesNotContainAnyElementsOf(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesADamagedIndexAnew(Damage damage) throws IOException {
        Viewer manager;
        try (Program program = Program.start(database, home)) {
            manager = program.user(Role.CASE_MANAGER);
            fill(program, manager, 30);
            await().until(() -> total(program, "wort", manager) == 30);
        }
        Path index = indexes().getFirst();

        damage.to(index);

        try (Program again = Program.start(database, home)) {
            await().until(() -> complete(again) && total(again, "wort", manager) == 30);
            assertThat(indexes()).hasSize(1).doesNotContain(index);
        }
    }

    @Test
    void makesTheIndexAnewWhenTheDatabaseWasSetBack() {
        try (Program program = Program.start(database, home)) {
            Viewer manager = program.user(Role.CASE_MANAGER);
            fill(program, manager, 5);
            await().until(() -> total(program, "wort", manager) == 5);
            Fixtures.ahead(program.bean(Shelf.class).serving());
        }
        try (Program again = Program.start(database, home)) {
            await().until(() -> complete(again) && indexes().size() == 1);
            assertThat(again.indexer().status().entries()).isEqualTo(6);
        }
    }

    @Test
    void finishesWhatAKillInterrupted() throws IOException {
        Viewer manager;
        try (Program program = Program.start(database, home)) {
            manager = program.user(Role.CASE_MANAGER);
            fill(program, manager, 10);
        }
        Files.delete(home.resolve("index").resolve("current"));
        Files.createDirectory(home.resolve("index").resolve("index-half"));

        try (Program again = Program.start(database, home)) {
            await().until(() -> complete(again) && total(again, "wort", manager) == 10);
            assertThat(indexes()).hasSize(1);
        }
    }

    /** What can happen to an index on disk. */
    enum Damage {
        MISSING {
            @Override
            void to(Path index) throws IOException {
                remove(index);
            }
        },
        CUT {
            @Override
            void to(Path index) throws IOException {
                try (FileChannel file = FileChannel.open(largest(index), StandardOpenOption.WRITE)) {
                    file.truncate(file.size() / 2);
                }
            }
        },
        FLIPPED {
            @Override
            void to(Path index) throws IOException {
                Path largest = largest(index);
                try (FileChannel file = FileChannel.open(largest, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    ByteBuffer one = ByteBuffer.allocate(1);
                    long middle = file.size() / 2;
                    file.read(one, middle);
                    one.put(0, (byte) ~one.get(0)).rewind();
                    file.write(one, middle);
                }
            }
        },
        WITHOUT_SEGMENTS {
            @Override
            void to(Path index) throws IOException {
                for (Path each : files(index)) {
                    if (each.getFileName().toString().startsWith("segments")) {
                        Files.delete(each);
                    }
                }
            }
        },
        OF_ANOTHER_FORMAT {
            @Override
            void to(Path index) throws IOException {
                Fixtures.format(index, "0");
            }
        };

        abstract void to(Path index) throws IOException;
    }

    private static void fill(Program program, Viewer manager, int documents) {
        CaseFile caseFile = program.open("Viele", false, manager);
        for (int i = 0; i < documents; i++) {
            program.filed(caseFile, "Brief " + i, "Wort Seite eins", "Seite zwei");
        }
    }

    private static boolean complete(Program program) {
        return program.bean(Shelf.class).isComplete()
                && program.indexer().status().rebuilding() == null;
    }

    private static long total(Program program, String word, Viewer viewer) {
        return program.search().find(Question.of(word), viewer).total();
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("index"))) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static List<Path> files(Path index) throws IOException {
        try (Stream<Path> all = Files.list(index)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static Path largest(Path index) throws IOException {
        return files(index).stream()
                .max(Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow();
    }

    /** Copies a living index; once more when it removed a file meanwhile. */
    private static void snapshot(Path from, Path to) throws IOException {
        try {
            copy(from, to);
        } catch (NoSuchFileException e) {
            remove(to);
            snapshot(from, to);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.createDirectories(to);
                if (!each.equals(from)) {
                    Files.copy(each, to.resolve(from.relativize(each)));
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
