package io.liasse.caseapi.security;

import io.liasse.store.object.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A digest of a stored password hash: equal as long as the password is the same. */
final class Stamp {
    private Stamp() {}

    static String of(String passwordHash) {
        return Sha256.ofContent(passwordHash.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** A hash that no password matches, made like the real ones. */
    static String random(PasswordEncoder passwords) {
        return String.valueOf(passwords.encode(UUID.randomUUID().toString()));
    }
}
