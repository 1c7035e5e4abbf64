package io.liasse.caseapi.inbox;

import java.time.Duration;
import java.time.Instant;

/** How long ago, in the one unit a person would say. {@code key} ends in minutes, hours or days. */
record Age(String key, long count) {
    static Age between(Instant then, Instant now) {
        Duration past = Duration.between(then, now);
        if (past.toHours() < 1) {
            return new Age("age.minutes", Math.max(0, past.toMinutes()));
        }
        return past.toDays() < 1 ? new Age("age.hours", past.toHours()) : new Age("age.days", past.toDays());
    }
}
