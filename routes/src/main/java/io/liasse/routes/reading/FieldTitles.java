package io.liasse.routes.reading;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;

/**
 * What people call the fields an organisation has defined.
 *
 * @param byName by name of the field, then by language (fr, de, it, en)
 */
@NamedInterface("definitions")
public record FieldTitles(Map<String, Map<String, String>> byName) {
    public FieldTitles {
        byName = Map.copyOf(byName);
    }

    /** The title in a language, else in the first of en, de, fr, it that has one; empty where none is defined. */
    public Optional<String> of(String name, String language) {
        Map<String, String> titles = byName.getOrDefault(name, Map.of());
        return Stream.of(language, "en", "de", "fr", "it")
                .filter(titles::containsKey)
                .findFirst()
                .map(titles::get);
    }
}
