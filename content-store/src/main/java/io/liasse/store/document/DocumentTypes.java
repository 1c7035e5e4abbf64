package io.liasse.store.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The document types there are: those of the program, whose texts are in the message files of the screens, and those that the
 * configuration adds with their names.
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
            "invoice",
            "medical-report",
            "decision",
            "contract",
            "form",
            "consent",
            "certificate",
            "report",
            OTHER);

    private final Map<String, Map<String, String>> added;
    private final List<String> all;

    DocumentTypes(DocumentTypeSettings settings) {
        this.added = settings.types();
        List<String> keys = new ArrayList<>(OF_THE_PROGRAM.subList(0, OF_THE_PROGRAM.size() - 1));
        keys.addAll(added.keySet());
        keys.add(OTHER);
        this.all = List.copyOf(keys);
    }

    /** In the order in which they are offered. */
    public List<String> all() {
        return all;
    }

    /** The name of a type that the configuration added, in this language (ISO 639-1), else in English, else in any. */
    public Optional<String> nameOfAdded(String type, String language) {
        return Optional.ofNullable(added.get(type))
                .map(names -> Optional.ofNullable(names.get(language))
                        .or(() -> Optional.ofNullable(names.get("en")))
                        .orElseGet(() -> names.values().iterator().next()));
    }
}
