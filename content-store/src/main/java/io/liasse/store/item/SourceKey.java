package io.liasse.store.item;

import io.liasse.store.database.Values;
import io.liasse.store.object.Sha256;
import java.nio.charset.StandardCharsets;

/** What a thing is called within its channel, so that it is taken once; may be long, so its digest is what is indexed. */
public record SourceKey(String text) {
    /** SHA-256 of the key in UTF-8. */
    public Sha256 digest() {
        return Sha256.ofContent(Values.storable(text).getBytes(StandardCharsets.UTF_8));
    }
}
