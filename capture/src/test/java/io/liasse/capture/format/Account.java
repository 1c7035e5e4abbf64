package io.liasse.capture.format;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReadOrder;
import io.liasse.capture.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads files with all that is inside them and says of each what came of it. */
final class Account {
    private static final int DEEPEST = 5;

    private final DocumentReader reader;
    private final Path work;

    /**
     * What came of one file.
     *
     * @param state text, no text, or why not read
     * @param words in the file and all files in it
     * @param tika words that Tika alone gives; -1 where it fails
     */
    record Line(String file, String mediaType, String state, int words, int tika, long milliseconds) {
        boolean lessThanTika() {
            return words < tika * 0.8;
        }
    }

    Account(DocumentReader reader, Path work) {
        this.reader = reader;
        this.work = work;
    }

    /** Reads one file. */
    Line of(Path file, String name, TikaAlone tika) throws InterruptedException {
        try {
            long begin = System.nanoTime();
            Sum sum = sum(file, name, 0);
            long milliseconds = (System.nanoTime() - begin) / 1_000_000;
            return new Line(name, sum.mediaType, sum.state, sum.words, tika.words(file), milliseconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Sum(String mediaType, String state, int words) {}

    private Sum sum(Path file, String name, int depth) throws IOException {
        Path folder = Files.createTempDirectory(work, "read");
        try {
            return switch (reader.read(new ReadOrder(file, name, null, null, null, folder))) {
                case Reading.Read read -> sum(read, depth);
                case Reading.Unsupported(String type, @Nullable String missing) ->
                    new Sum(type, missing == null ? "unsupported" : "needs " + missing, 0);
                case Reading.NeedsPassword(String type) -> new Sum(type, "needs password", 0);
                case Reading.Unreadable(@Nullable String type, Reading.Cause cause, String detail) ->
                    new Sum(
                            String.valueOf(type),
                            cause.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " (" + detail + ")",
                            0);
            };
        } finally {
            delete(folder);
        }
    }

    private Sum sum(Reading.Read read, int depth) throws IOException {
        int words = Words.in(read.pages().stream().map(Reading.ReadPage::text).collect(Collectors.joining("\n")));
        for (Reading.Part part : read.parts()) {
            words += depth < DEEPEST ? sum(part.file(), part.name(), depth + 1).words : 0;
        }
        return new Sum(read.mediaType(), words > 0 ? "text" : "no text", words);
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** How many ended how, and which gave less than Tika alone. */
    static String table(List<Line> lines) {
        Map<String, List<Line>> byState = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.state.replaceAll(" \\(.*", ""), TreeMap::new, Collectors.toList()));
        List<String> rows = new ArrayList<>();
        rows.add("%-16s %6s %18s".formatted("", "files", "text by Tika alone"));
        byState.forEach((state, of) -> rows.add("%-16s %6d %18d"
                .formatted(
                        state,
                        of.size(),
                        of.stream().filter(line -> line.tika > 0).count())));
        rows.add("%-16s %6d %18d"
                .formatted(
                        "all",
                        lines.size(),
                        lines.stream().filter(line -> line.tika > 0).count()));
        rows.add("");
        rows.add("with fewer words than Tika alone, failed, or not read:");
        lines.stream()
                .filter(line -> line.lessThanTika() || !line.state.equals("text"))
                .forEach(line -> rows.add("%-50s %-45s %6d words, Tika %6d, %6d ms  %s"
                        .formatted(line.file, line.mediaType, line.words, line.tika, line.milliseconds, line.state)));
        return String.join("\n", rows);
    }
}
