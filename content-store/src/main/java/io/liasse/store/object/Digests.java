package io.liasse.store.object;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Makes message digests. */
final class Digests {
    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java platform has SHA-256", every);
        }
    }
}
