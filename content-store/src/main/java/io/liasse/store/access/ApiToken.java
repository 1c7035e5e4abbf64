package io.liasse.store.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token by which a program signs in as {@code user}; the secret itself is kept as a digest only. */
public record ApiToken(
        UUID id,
        UserId user,
        String name,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {
    /** A token just made, with the secret that is shown once. */
    public record Made(ApiToken token, String secret) {}
}
