package io.liasse.caseapi.inbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which documents the inbox lists. */
enum InboxFilter {
    /** All that wait. */
    ALL,
    /** Those that a colleague handed to the viewer. */
    MINE,
    /** Those of which somebody said that they are not ours. */
    NOT_OURS;

    /** What an address says; anything else means all. */
    static InboxFilter of(@Nullable String key) {
        for (InboxFilter each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return ALL;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
