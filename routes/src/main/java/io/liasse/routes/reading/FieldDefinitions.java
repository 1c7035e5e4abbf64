package io.liasse.routes.reading;

import io.liasse.capture.field.Definitions;
import io.liasse.store.database.DatabaseSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * The folder with an organisation's own definitions of fields and paper forms: {@code liasse.reading.definitions}, else
 * {@code fields} in the home. Reading takes changes up by itself; here is said what is wrong in them. Thread-safe.
 */
@NamedInterface("definitions")
@Component
public final class FieldDefinitions {
    private static final Logger LOG = LoggerFactory.getLogger(FieldDefinitions.class);

    private final Path folder;
    private final Definitions definitions;
    private volatile Known known = new Known(List.of(), new FieldTitles(Map.of()));

    FieldDefinitions(ReadingSettings settings, DatabaseSettings home) {
        Path own = settings.definitions();
        this.folder = own == null ? home.folder("fields") : own;
        this.definitions = new Definitions(folder);
        files().stream()
                .filter(file -> !file.problems().isEmpty())
                .forEach(file -> LOG.atError()
                        .addKeyValue("file", file.file())
                        .addKeyValue("problems", file.problems())
                        .log("A file of field definitions does not count"));
    }

    /** One file: for which type of document (empty: any), how much it defines, why it does not count. */
    @NamedInterface("definitions")
    public record DefinedFile(String file, String type, int fields, int forms, List<String> problems) {
        public DefinedFile {
            problems = List.copyOf(problems);
        }
    }

    /** The titles of a state of the folder. */
    private record Known(List<String> signature, FieldTitles titles) {}

    /** Where they are. */
    public Path folder() {
        return folder;
    }

    /** Every file, by name, as it is now. */
    public List<DefinedFile> files() {
        return definitions.listed().stream()
                .map(each -> new DefinedFile(each.file(), each.type(), each.fields(), each.forms(), each.problems()))
                .toList();
    }

    /** What people call the fields of all files that count; of several titles of one name the first file's holds. */
    public FieldTitles titles() {
        List<String> signature = definitions.signature();
        Known last = known;
        if (!signature.equals(last.signature())) {
            Map<String, Map<String, String>> titles = new HashMap<>();
            definitions.listed().forEach(file -> file.titles().forEach(titles::putIfAbsent));
            last = new Known(signature, new FieldTitles(titles));
            known = last;
        }
        return last.titles();
    }
}
