package io.liasse.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder below the system's temporary folder for what child processes need: libraries, models, links. It bears the id of
 * this process, so that the next start can clear away what a killed one has left.
 */
record WorkFolder(Path path) {
    private static final String PREFIX = "liasse-reading-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

    static WorkFolder make() {
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            abandoned(temporary).forEach(folder -> new WorkFolder(folder).delete());
            return new WorkFolder(Files.createTempDirectory(
                    temporary, PREFIX + ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> abandoned(Path temporary) throws IOException {
        try (Stream<Path> folders = Files.list(temporary)) {
            return folders.filter(WorkFolder::isAbandoned)
                    .filter(Files::isWritable)
                    .toList();
        }
    }

    private static boolean isAbandoned(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches()
                && !Files.isSymbolicLink(folder)
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /** Deletes it with all that is in it; links are not followed. What someone else deletes meanwhile is gone too. */
    void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(WorkFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
