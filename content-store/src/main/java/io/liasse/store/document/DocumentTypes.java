package io.liasse.store.document;

import io.liasse.store.access.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The document types there are: those of the program, whose texts are in the message files of the screens, and those that the
 * configuration or people add with their names.
 */
@Component
@EnableConfigurationProperties(DocumentTypeSettings.class)
public class DocumentTypes {
    /** What fits nothing else; last in every list. */
    private static final String OTHER = "other";

    /** Those of the program. */
    public static final List<String> OF_THE_PROGRAM = List.of(
            "letter",
            "message",
            "telephone-note",
            "invoice",
            "medical-report",
            "decision",
            "contract",
            "form",
            "consent",
            "certificate",
            "report",
            OTHER);

    private final Map<String, Map<String, String>> configured;
    private final AddedTypes added;

    DocumentTypes(DocumentTypeSettings settings, AddedTypes added) {
        this.configured = settings.types();
        this.added = added;
    }

    /** Those that are offered, in that order. */
    public List<String> all() {
        List<String> keys = new ArrayList<>(OF_THE_PROGRAM.subList(0, OF_THE_PROGRAM.size() - 1));
        keys.addAll(configured.keySet());
        added.all().stream()
                .filter(AddedType::offered)
                .map(AddedType::key)
                .filter(key -> !keys.contains(key))
                .forEach(keys::add);
        keys.add(OTHER);
        return List.copyOf(keys);
    }

    /** Keys of the types that the configuration adds. */
    public Set<String> configured() {
        return Set.copyOf(configured.keySet());
    }

    /** Adds a type that is not there yet, by its names in some languages (ISO 639-1). */
    public AddedType add(Map<String, String> names, Viewer by) {
        List<String> taken = new ArrayList<>(OF_THE_PROGRAM);
        taken.addAll(configured.keySet());
        return added.add(names, taken, by);
    }

    /** The name of a type that is not the program's own, in this language (ISO 639-1), else in English, else in any. */
    public Optional<String> nameOfAdded(String type, String language) {
        return Optional.ofNullable(configured.get(type))
                .or(() -> added.all().stream()
                        .filter(each -> each.key().equals(type))
                        .map(AddedType::names)
                        .findFirst())
                .map(names -> Optional.ofNullable(names.get(language))
                        .or(() -> Optional.ofNullable(names.get("en")))
                        .orElseGet(() -> names.values().iterator().next()));
    }
}
