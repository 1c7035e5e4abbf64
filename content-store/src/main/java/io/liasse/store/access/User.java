package io.liasse.store.access;

import java.time.Instant;
import java.util.Set;

/** A local user. {@code language} is one of fr, de, it, en. */
public record User(
        UserId id,
        String username,
        String displayName,
        String language,
        Set<Role> roles,
        boolean enabled,
        Instant createdAt,
        long version) {
    public User {
        roles = Set.copyOf(roles);
    }

    User speaking(String other) {
        return new User(id, username, displayName, other, roles, enabled, createdAt, version);
    }

    public Viewer viewer() {
        return new Viewer(id, displayName, roles);
    }
}
