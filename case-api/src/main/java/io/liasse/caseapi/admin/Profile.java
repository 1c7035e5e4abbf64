package io.liasse.caseapi.admin;

import io.liasse.store.access.User;

/** Changes of users that are more than one value. */
final class Profile {
    private Profile() {}

    static User inLanguage(User user, String language) {
        return new User(
                user.id(),
                user.username(),
                user.displayName(),
                language,
                user.roles(),
                user.enabled(),
                user.createdAt(),
                user.version());
    }
}
