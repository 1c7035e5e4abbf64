package io.liasse.caseapi.admin;

import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A user; {@code language} is fr, de, it or en; {@code version} is that of the entity tag. */
record UserJson(
        UUID id,
        String username,
        String displayName,
        String language,
        Set<Role> roles,
        boolean enabled,
        Instant createdAt,
        long version) {
    static UserJson of(User user) {
        return new UserJson(
                user.id().value(),
                user.username(),
                user.displayName(),
                user.language(),
                user.roles(),
                user.enabled(),
                user.createdAt(),
                user.version());
    }
}
