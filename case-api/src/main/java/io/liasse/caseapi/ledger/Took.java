package io.liasse.caseapi.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long something took, in the one unit a person would say. {@code key} ends in seconds, minutes, hours or days. */
record Took(String key, long count) {
    static @Nullable Took between(Instant from, @Nullable Instant until) {
        if (until == null) {
            return null;
        }
        Duration past = Duration.between(from, until);
        if (past.toMinutes() < 1) {
            return new Took("ledger.took.seconds", Math.max(0, past.toSeconds()));
        }
        if (past.toHours() < 1) {
            return new Took("ledger.took.minutes", past.toMinutes());
        }
        return past.toDays() < 1
                ? new Took("ledger.took.hours", past.toHours())
                : new Took("ledger.took.days", past.toDays());
    }
}
