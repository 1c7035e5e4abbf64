package io.liasse.store.access;

import java.util.Set;

/** On whose behalf something is read or done: a signed-in user with roles, or the program itself. */
public record Viewer(UserId user, String name, Set<Role> roles) {
    public Viewer {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
