package io.liasse.store.journal;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Positions of followers whose work is in the database; saved in the transaction of that work. Thread-safe. */
@Component
public class JournalCursors {
    public Optional<JournalPosition> find(String follower) {
        throw new UnsupportedOperationException();
    }

    public void save(String follower, JournalPosition position) {
        throw new UnsupportedOperationException();
    }
}
