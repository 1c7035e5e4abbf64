package io.liasse.capture.field;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * The definitions of fields and paper forms: those built in, and those of a folder, which are read again when a file of
 * it changes. A file with a fault counts for nothing but its problems. Not thread-safe.
 */
@NamedInterface("definitions")
public final class Definitions {
    private static final List<String> BUILT_IN = List.of("general", "invoice", "insurance", "identity");

    private final @Nullable Path folder;
    private final List<DefinitionFile> builtIn;
    private @Nullable List<String> seen;
    private @Nullable Current current;

    /** What holds now. */
    record Current(Labels labels, List<PaperForm> forms) {}

    /**
     * What a file of the folder holds.
     *
     * @param titles what people call its fields, zones and forms: by name, then by language (fr, de, it, en)
     * @param problems why it does not count, each with the place in the file; empty when it does
     */
    @NamedInterface("definitions")
    public record Listed(
            String file,
            String type,
            int fields,
            int forms,
            Map<String, Map<String, String>> titles,
            List<String> problems) {
        public Listed {
            titles = Collections.unmodifiableMap(titles);
            problems = List.copyOf(problems);
        }
    }

    /** {@code folder} may be null or not exist. */
    public Definitions(@Nullable Path folder) {
        this.folder = folder;
        this.builtIn = BUILT_IN.stream().map(Definitions::builtIn).toList();
    }

    private static DefinitionFile builtIn(String name) {
        try (InputStream json = Definitions.class.getResourceAsStream("definitions/" + name + ".json")) {
            DefinitionFile file = DefinitionFile.parse(
                    name + ".json", Objects.requireNonNull(json).readAllBytes());
            if (!file.problems().isEmpty()) {
                throw new IllegalStateException(name + ": " + file.problems());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file of the folder with what is wrong in it, by name. */
    public List<Listed> listed() {
        return files().stream()
                .map(file -> new Listed(
                        file.name(),
                        file.type(),
                        file.labels().size(),
                        file.forms().size(),
                        file.titles(),
                        file.problems()))
                .toList();
    }

    Current current() {
        List<String> now = signature();
        Current known = current;
        if (known != null && now.equals(seen)) {
            return known;
        }
        List<Label> labels = new ArrayList<>();
        List<PaperForm> forms = new ArrayList<>();
        Stream.concat(files().stream(), builtIn.stream())
                .filter(file -> file.problems().isEmpty())
                .forEach(file -> {
                    labels.addAll(file.labels());
                    forms.addAll(file.forms());
                });
        Current fresh = new Current(new Labels(labels), List.copyOf(forms));
        current = fresh;
        seen = now;
        return fresh;
    }

    private List<DefinitionFile> files() {
        return paths().stream()
                .map(path -> {
                    try {
                        return DefinitionFile.parse(path.getFileName().toString(), Files.readAllBytes(path));
                    } catch (IOException e) {
                        return DefinitionFile.unreadable(path.getFileName().toString(), String.valueOf(e.getMessage()));
                    }
                })
                .toList();
    }

    private List<Path> paths() {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes whenever {@link #listed} may have changed; cheap. */
    public List<String> signature() {
        List<String> signature = new ArrayList<>();
        for (Path path : paths()) {
            try {
                signature.add(path + " " + Files.size(path) + " " + Files.getLastModifiedTime(path));
            } catch (IOException gone) {
                signature.add(path + " gone");
            }
        }
        return signature;
    }
}
