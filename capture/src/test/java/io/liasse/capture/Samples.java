package io.liasse.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The test data that lies beside the repository, found through {@code LIASSE_SHARED} or by walking up. */
public final class Samples {
    private Samples() {}

    public static Path folder() {
        String said = System.getProperty("LIASSE_SHARED", System.getenv("LIASSE_SHARED"));
        if (said != null) {
            return Path.of(said).resolve("data");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("shared/data/MANIFEST.tsv"))) {
                return at.resolve("shared/data");
            }
        }
        throw new IllegalStateException("No folder shared/data beside the repository; set LIASSE_SHARED");
    }

    public static Path file(String name) {
        return folder().resolve(name);
    }

    /** The lines of the manifest, by column name. */
    public static List<Map<String, String>> manifest() {
        try (Stream<String> lines = Files.lines(folder().resolve("MANIFEST.tsv"))) {
            List<String> rows = lines.toList();
            String[] names = rows.getFirst().split("\t", -1);
            List<Map<String, String>> manifest = new ArrayList<>();
            for (String row : rows.subList(1, rows.size())) {
                String[] cells = row.split("\t", -1);
                Map<String, String> line = new HashMap<>();
                for (int i = 0; i < names.length; i++) {
                    line.put(names[i], i < cells.length ? cells[i] : "");
                }
                manifest.add(line);
            }
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
