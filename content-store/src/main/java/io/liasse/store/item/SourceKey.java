package io.liasse.store.item;

import io.liasse.store.database.Values;
import io.liasse.store.object.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a thing is called within its channel, so that it is taken once; may be long, so its digest is what is indexed. */
public record SourceKey(String text) {
    /** SHA-256 of the key in UTF-8. */
    public Sha256 digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Sha256.of(sha256.digest(Values.storable(text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
