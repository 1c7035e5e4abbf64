package io.liasse.store.document;

import java.util.Map;

/**
 * A type of documents that people added.
 *
 * @param key what documents of the type carry; never changes
 * @param names by language (ISO 639-1), one at least
 * @param offered false: it stays on its documents and is given to no further ones
 */
public record AddedType(String key, Map<String, String> names, boolean offered, long version) {
    public AddedType {
        names = Map.copyOf(names);
    }
}
