package io.liasse.caseapi.admin;

import io.liasse.caseapi.web.LayoutLanguage;
import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A user as administrators edit one.
 *
 * @param username only for a new one; it never changes
 * @param password of a new one, or a new one for a known user; null leaves as is
 */
record UserForm(
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String language,
        @Nullable Set<Role> roles,
        @Nullable Boolean enabled,
        @Nullable String password,
        @Nullable Long version) {
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST = 200;

    UserForm {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }

    static UserForm of(User user) {
        return new UserForm(
                user.username(),
                user.displayName(),
                user.language(),
                user.roles(),
                user.enabled(),
                null,
                user.version());
    }

    public boolean has(Role role) {
        return roles != null && roles.contains(role);
    }

    public boolean isEnabled() {
        return Boolean.TRUE.equals(enabled);
    }

    void checkNew(Errors errors) {
        if (username == null || !username.matches("[\\p{Ll}\\d][\\p{Ll}\\d._@-]{1,59}")) {
            errors.rejectValue("username", "settings.problem.username");
        }
        if (password == null) {
            errors.rejectValue("password", "settings.problem.password");
        }
        check(errors);
    }

    void check(Errors errors) {
        if (displayName == null || displayName.length() > LONGEST) {
            errors.rejectValue("displayName", "settings.problem.displayName");
        }
        if (language == null || !LayoutLanguage.LANGUAGES.contains(language)) {
            errors.rejectValue("language", "settings.problem.language");
        }
        if (password != null && (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST)) {
            errors.rejectValue("password", "settings.problem.password");
        }
    }

    Users.NewUser newUser() {
        return new Users.NewUser(text(username), text(displayName), text(language), chosen(), text(password));
    }

    User applied(User known) {
        return new User(
                known.id(),
                known.username(),
                text(displayName),
                text(language),
                chosen(),
                isEnabled(),
                known.createdAt(),
                version == null ? -1 : version);
    }

    private Set<Role> chosen() {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        if (roles != null) {
            chosen.addAll(roles);
        }
        return chosen;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "UserForm[" + username + "]";
    }
}
