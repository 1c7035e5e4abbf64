package io.liasse.caseapi.cases;

import io.liasse.store.access.User;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Users;
import java.util.HashMap;
import java.util.Map;

/** Names of users, each looked up once while one answer is made. For one thread. */
final class Names {
    private final Users users;
    private final Map<UserId, String> known = new HashMap<>();

    Names(Users users) {
        this.users = users;
    }

    String of(UserId id) {
        return known.computeIfAbsent(
                id, absent -> users.find(absent).map(User::displayName).orElse("?"));
    }
}
