package io.liasse.caseapi.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A digest of a stored password hash: equal as long as the password is the same. */
final class Stamp {
    private Stamp() {}

    static String of(String passwordHash) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(passwordHash.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A hash that no password matches, made like the real ones. */
    static String random(PasswordEncoder passwords) {
        return String.valueOf(passwords.encode(UUID.randomUUID().toString()));
    }
}
