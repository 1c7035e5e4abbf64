package io.liasse.caseapi.security;

import io.liasse.store.access.Users.Credentials;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Remembers for five minutes which password was found right, as a digest keyed with a secret of this process, so that a
 * program that sends its password with every call does not pay the slow hash each time. The digest covers the stored
 * hash: a changed password is wrong at once. At most 10,000 are kept. Thread-safe.
 */
@Component
final class VerifiedPasswords {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final SecretKeySpec key;
    private final Clock clock;
    private final Map<ByteBuffer, Instant> until = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Instant> eldest) {
            return size() > MOST;
        }
    };

    VerifiedPasswords(Clock clock) {
        this.clock = clock;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    boolean contains(Credentials credentials, String password) {
        ByteBuffer digest = digest(credentials, password);
        synchronized (until) {
            Instant end = until.get(digest);
            return end != null && clock.instant().isBefore(end);
        }
    }

    void add(Credentials credentials, String password) {
        ByteBuffer digest = digest(credentials, password);
        synchronized (until) {
            until.remove(digest);
            until.put(digest, clock.instant().plus(KEPT));
        }
    }

    private ByteBuffer digest(Credentials credentials, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(bytes(credentials.user().id() + " " + credentials.passwordHash() + " "));
            return ByteBuffer.wrap(mac.doFinal(bytes(password)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
