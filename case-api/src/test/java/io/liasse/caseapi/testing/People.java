package io.liasse.caseapi.testing;

import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import io.liasse.store.access.Users.NewUser;
import io.liasse.store.access.Viewer;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The users of the tests, made when first asked for, each with the password {@link RunningLiasse#PASSWORD}. */
@Component
public class People {
    private final Users users;

    People(Users users) {
        this.users = users;
    }

    /** The user who has this role and no other; the same one in all tests. */
    public User with(Role role) {
        return named(role.name().toLowerCase(Locale.ROOT).replace('_', '-'), role);
    }

    /** A user of this name, made with these roles if there is none. */
    public synchronized User named(String username, Role... roles) {
        return users.named(username)
                .orElseGet(() -> users.create(
                        new NewUser(username, "Test " + username, "en", Set.of(roles), RunningLiasse.PASSWORD),
                        admin()));
    }

    public Viewer admin() {
        return users.named("admin").orElseThrow().viewer();
    }
}
