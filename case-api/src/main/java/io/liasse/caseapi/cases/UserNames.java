package io.liasse.caseapi.cases;

import io.liasse.store.access.User;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Users;
import io.liasse.store.casefile.CaseFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names of users that stand in cases and forms. Thread-safe. */
@Component
final class UserNames {
    private final Users users;

    UserNames(Users users) {
        this.users = users;
    }

    /** Display names of the managers of these cases by their ids; each is looked up once. */
    Map<UserId, String> ofManagers(Collection<CaseFile> files) {
        Map<UserId, String> names = new HashMap<>();
        for (CaseFile file : files) {
            UserId id = file.manager();
            if (id != null && !names.containsKey(id)) {
                users.find(id).ifPresent(user -> names.put(id, user.displayName()));
            }
        }
        return names;
    }

    @Nullable
    String username(@Nullable UserId id) {
        return id == null ? null : users.find(id).map(User::username).orElse(null);
    }
}
