package io.liasse.store.journal;

import io.liasse.store.access.Viewer;
import io.liasse.store.database.Values;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Notes that somebody read something, at most once an hour for the same reader and subject. Thread-safe. */
@Component
public class LastLooks {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Journal journal;
    private final Clock clock;

    LastLooks(JdbcClient sql, TransactionOperations transactions, Journal journal, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.journal = journal;
        this.clock = clock;
    }

    /** Appends the entry unless the viewer looked at the subject within the hour. */
    public void note(Viewer viewer, UUID subject, NewEntry entry) {
        transactions.executeWithoutResult(transaction -> {
            if (isNew(viewer, subject)) {
                journal.append(entry);
            }
        });
    }

    private boolean isNew(Viewer viewer, UUID subject) {
        Instant now = Values.now(clock);
        return sql.sql("""
                        insert into last_look values (:user, :subject, :now)
                        on conflict (user_id, subject) do update set at = excluded.at
                        where last_look.at <= :before
                        """)
                        .param("user", viewer.user().value())
                        .param("subject", subject)
                        .param("now", Values.time(now))
                        .param("before", Values.time(now.minus(PAUSE)))
                        .update()
                == 1;
    }
}
