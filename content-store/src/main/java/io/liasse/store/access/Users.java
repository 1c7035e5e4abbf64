package io.liasse.store.access;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Local users and their API tokens. Passwords and token secrets are kept as digests only. Thread-safe. */
@Component
public class Users {
    /** A user with the encoded password, for sign-in only. */
    public record Credentials(User user, String passwordHash) {}

    /** What a new user is made of; {@code password} in clear, at least 12 characters. */
    public record NewUser(String username, String displayName, String language, Set<Role> roles, String password) {}

    public User create(NewUser user, Viewer by) {
        throw new UnsupportedOperationException();
    }

    /** Creates the first user, with every role but EXTERNAL_SYSTEM, when there is no user at all; empty when there is. */
    public Optional<User> createFirst(String username, String password) {
        throw new UnsupportedOperationException();
    }

    public Optional<User> find(UserId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<User> named(String username) {
        throw new UnsupportedOperationException();
    }

    public Optional<Credentials> credentials(String username) {
        throw new UnsupportedOperationException();
    }

    /** Ordered by username. */
    public Page<User> page(PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** Up to {@code limit} enabled users whose name or username begins with or contains {@code text}. */
    public List<User> startingWith(String text, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Changes name, language, roles and enabled; {@code user.version()} is the version the caller knew. */
    public User change(User user, Viewer by) {
        throw new UnsupportedOperationException();
    }

    public void changePassword(UserId user, String password, Viewer by) {
        throw new UnsupportedOperationException();
    }

    public ApiToken.Made createToken(UserId user, String name, @Nullable Instant expiresAt, Viewer by) {
        throw new UnsupportedOperationException();
    }

    /** The enabled user an unexpired token belongs to; notes its use. */
    public Optional<User> byToken(String secret) {
        throw new UnsupportedOperationException();
    }

    public List<ApiToken> tokensOf(UserId user) {
        throw new UnsupportedOperationException();
    }

    public void revokeToken(UUID token, Viewer by) {
        throw new UnsupportedOperationException();
    }
}
