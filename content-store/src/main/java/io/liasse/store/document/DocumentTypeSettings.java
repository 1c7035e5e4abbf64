package io.liasse.store.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code liasse.documents.*}.
 *
 * @param types types of documents beside those of the program: by key (lower case letters, digits and hyphens), the name by
 *     language ({@code fr}, {@code de}, {@code it}, {@code en}); one name at least, the English one serves where one is missing
 */
@ConfigurationProperties("liasse.documents")
public record DocumentTypeSettings(Map<String, Map<String, String>> types) {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 80;

    public DocumentTypeSettings(@Nullable Map<String, Map<String, String>> types) {
        this.types = types == null ? Map.of() : new LinkedHashMap<>(types);
        this.types.forEach(DocumentTypeSettings::check);
    }

    private static void check(String key, Map<String, String> names) {
        if (!KEY.matcher(key).matches() || DocumentTypes.OF_THE_PROGRAM.contains(key)) {
            throw new IllegalArgumentException("liasse.documents.types." + key
                    + ": a key has lower case letters, digits and hyphens, and is not one of the program's own types");
        }
        if (names.isEmpty()
                || names.values().stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST_NAME)) {
            throw new IllegalArgumentException(
                    "liasse.documents.types." + key + ": needs a name, in each language of at most 80 characters");
        }
    }
}
