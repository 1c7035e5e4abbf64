package io.liasse.store.journal;

import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import org.jspecify.annotations.Nullable;

/** Who did it: a user, or a part of the program named like {@code intake}, {@code reading}, {@code filing}. */
public record Actor(@Nullable UserId user, String name) {
    public static Actor of(Viewer viewer) {
        return new Actor(viewer.user(), viewer.name());
    }

    public static Actor program(String part) {
        return new Actor(null, part);
    }
}
