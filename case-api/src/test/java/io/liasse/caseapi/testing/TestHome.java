package io.liasse.caseapi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Home folders of test runs, below the build folder; those of runs long past are removed. */
final class TestHome {
    private static final Path ALL = Path.of("target", "homes").toAbsolutePath();
    private static final Duration PAST = Duration.ofHours(2);

    private TestHome() {}

    static Path create() {
        try {
            Files.createDirectories(ALL);
            removePast();
            return Files.createTempDirectory(ALL, "home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removePast() throws IOException {
        List<Path> homes;
        try (Stream<Path> files = Files.list(ALL)) {
            homes = files.toList();
        }
        Instant limit = Instant.now().minus(PAST);
        for (Path home : homes) {
            if (Files.getLastModifiedTime(home).toInstant().isBefore(limit)) {
                FileSystemUtils.deleteRecursively(home);
            }
        }
    }
}
