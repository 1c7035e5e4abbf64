package io.liasse.caseapi.cases;

import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.User;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.casefile.CaseTypes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what callers name: cases by reference, types by key, users by id, name or {@code me}. Thread-safe. */
@Component
public final class CaseNaming {
    private static final String USUAL_TYPE = "case-management";

    private final CaseFiles cases;
    private final CaseTypes types;
    private final Users users;

    CaseNaming(CaseFiles cases, CaseTypes types, Users users) {
        this.cases = cases;
        this.types = types;
        this.users = users;
    }

    /** A reference of the wrong form names no case. */
    public CaseFile caseNamed(String reference, Viewer viewer) {
        CaseReference parsed = CaseReference.parse(reference).orElseThrow(() -> new NotFound("case"));
        return cases.get(parsed, viewer);
    }

    /** The key of a type, however it is capitalised; the usual one when none is named. */
    String typeNamed(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return USUAL_TYPE;
        }
        String key = name.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        List<String> known = types.all().stream().map(CaseTypes.CaseType::key).toList();
        if (!known.contains(key)) {
            throw new InvalidInput("type", "must be one of " + known);
        }
        return key;
    }

    @Nullable
    UserId managerNamed(@Nullable String name, Viewer viewer) {
        return name == null || name.isBlank()
                ? null
                : userNamed("manager", name, viewer).id();
    }

    public User userNamed(String field, String name, Viewer viewer) {
        Optional<User> user = name.equals("me") ? users.find(viewer.user()) : byIdOrName(name);
        return user.filter(User::enabled).orElseThrow(() -> new InvalidInput(field, "is not a user here"));
    }

    private Optional<User> byIdOrName(String name) {
        try {
            return users.find(new UserId(UUID.fromString(name)));
        } catch (IllegalArgumentException notAnId) {
            return users.named(name);
        }
    }
}
