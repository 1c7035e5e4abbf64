package io.liasse.search.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The text corpus of the shared test data: four languages with questions whose answers are known. */
final class Corpus {
    static final List<String> LANGUAGES = List.of("de", "fr", "it", "en");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A text of the corpus. */
    record Text(String language, String title, String text) {}

    /** A question and in how many texts of its language its words stand, as they are written. */
    record Known(String language, String query, String kind, int documents) {
        /** As typed by people. */
        String typed() {
            return query.replace("+", "");
        }

        boolean isWord() {
            return kind.startsWith("term");
        }
    }

    private final Path folder;

    Corpus() {
        this.folder = shared().resolve("data").resolve("corpus");
    }

    /** Lazily, so that the corpus is never in memory as a whole; close it. */
    Stream<Text> texts(String language) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(language + ".jsonl.gz"))),
                StandardCharsets.UTF_8));
        return lines.lines().map(Corpus::text).onClose(() -> close(lines));
    }

    List<Known> questions(String language) throws IOException {
        return Files.readAllLines(folder.resolve("queries-" + language + ".tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(parts -> new Known(language, parts[0], parts[1], Integer.parseInt(parts[2])))
                .toList();
    }

    private static Text text(String line) {
        JsonNode node = JSON.readTree(line);
        return new Text(
                node.get("lang").asString(),
                node.get("title").asString(),
                node.get("text").asString());
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside the clone of the repository, or where {@code LIASSE_SHARED} says. */
    private static Path shared() {
        Map<String, String> environment = System.getenv();
        String named =
                Optional.ofNullable(System.getProperty("LIASSE_SHARED")).orElse(environment.get("LIASSE_SHARED"));
        if (named != null) {
            return Path.of(named);
        }
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared").resolve("data"))) {
            at = at.getParent();
        }
        return Optional.ofNullable(at)
                .orElseThrow(() -> new IllegalStateException("no shared/data above the working directory"))
                .resolve("shared");
    }
}
