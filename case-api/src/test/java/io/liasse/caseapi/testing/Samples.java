package io.liasse.caseapi.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The shared sample files: named by {@code LIASSE_SHARED}, or beside the repository. */
public final class Samples {
    private Samples() {}

    /** A file by its path in the folder {@code data}. */
    public static Path file(String path) {
        String named = System.getenv("LIASSE_SHARED");
        if (named != null) {
            return Path.of(named, "data", path);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared").resolve("data").resolve(path);
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new IllegalStateException("no sample " + path + "; set LIASSE_SHARED");
    }
}
