package io.liasse.caseapi.security;

import io.liasse.store.access.User;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes sign-ins to the journal: each one by form and each refused one; those of programs, which sign in with every
 * call, once an hour for the same user, manner and address. Thread-safe.
 */
@Component
final class SignInJournal {
    private static final Duration ONCE_IN = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Instant> noted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    SignInJournal(Journal journal, TransactionTemplate transaction, Clock clock) {
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    void signedIn(SignedIn signedIn, String address) {
        if (signedIn.manner() == SignedIn.Manner.FORM || isNew(signedIn, address)) {
            append(NewEntry.of(Action.SIGNED_IN, Actor.of(signedIn.viewer()))
                    .with(Map.of("manner", signedIn.manner().name(), "address", address)));
        }
    }

    /** {@code user} is the one whose password was wrong: names that do not exist may be mistyped passwords. */
    void refused(User user, String address) {
        append(NewEntry.of(Action.SIGN_IN_REFUSED, Actor.program("sign-in"))
                .with(Map.of("user", user.id().toString(), "username", user.username(), "address", address)));
    }

    void refusedUnknown(String address) {
        append(NewEntry.of(Action.SIGN_IN_REFUSED, Actor.program("sign-in")).with(Map.of("address", address)));
    }

    private boolean isNew(SignedIn signedIn, String address) {
        String key = signedIn.user().id() + " " + signedIn.manner() + " " + address;
        Instant now = clock.instant();
        synchronized (noted) {
            Instant last = noted.get(key);
            if (last != null && last.plus(ONCE_IN).isAfter(now)) {
                return false;
            }
            noted.remove(key);
            noted.put(key, now);
            return true;
        }
    }

    private void append(NewEntry entry) {
        transaction.executeWithoutResult(status -> journal.append(entry));
    }
}
