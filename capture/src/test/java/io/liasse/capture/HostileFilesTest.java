package io.liasse.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are meant to hurt, all through one reader: each gives a value, and a good file is read after each folder of them. */
@Tag("samples")
final class HostileFilesTest {
    private static final String GOOD = "mail/docling/eml_with_attachment.eml";

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

    static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(Samples.file("hostile"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void harmOnlyThemselves(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Samples.file("hostile").resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                assertThat(read(file)).as(file.getFileName().toString()).isNotNull();
            }
        }
        assertThat(read(Samples.file(GOOD))).isInstanceOf(Reading.Read.class);
        try (Stream<Path> outside = Files.list(folder.getParent())) {
            assertThat(outside.map(Path::getFileName).map(Path::toString)).noneMatch(found -> found.contains("evil"));
        }
    }

    private Reading read(Path file) throws IOException {
        Path own = Files.createTempDirectory(folder, "order");
        return reader.read(new ReadOrder(file, file.getFileName().toString(), null, null, null, own));
    }
}
