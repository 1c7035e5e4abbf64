package io.liasse.search.lucene;

import java.util.UUID;

/** Names an entry of the index. */
public record Key(Kind kind, UUID id) {
    @Override
    public String toString() {
        return kind + ":" + id;
    }

    static Key of(String text) {
        int colon = text.indexOf(':');
        return new Key(Kind.valueOf(text.substring(0, colon)), UUID.fromString(text.substring(colon + 1)));
    }
}
