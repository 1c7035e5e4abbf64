package io.liasse.caseapi.casework.task;

import io.liasse.store.access.Viewer;
import io.liasse.store.task.TaskQuery;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose tasks a list shows. */
enum Whose {
    ME,
    NOBODY,
    ALL;

    /** Mine when it is not said, or said in no word known. */
    static Whose of(@Nullable String name) {
        for (Whose each : values()) {
            if (each.key().equals(name)) {
                return each;
            }
        }
        return ME;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    TaskQuery query(Viewer viewer) {
        return switch (this) {
            case ME -> TaskQuery.of(viewer.user());
            case NOBODY -> TaskQuery.ofNobody();
            case ALL -> TaskQuery.all();
        };
    }
}
