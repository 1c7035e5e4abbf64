package io.liasse.store.journal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Positions of followers whose work is in the database; saved in the transaction of that work. Thread-safe. */
@Component
public class JournalCursors {
    private final JdbcClient sql;

    JournalCursors(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<JournalPosition> find(String follower) {
        return sql.sql("select transaction, seq from journal_cursor where follower = :follower")
                .param("follower", follower)
                .query((row, index) -> new JournalPosition(row.getLong("transaction"), row.getLong("seq")))
                .optional();
    }

    public void save(String follower, JournalPosition position) {
        sql.sql("""
                insert into journal_cursor values (:follower, :transaction, :seq)
                on conflict (follower) do update set transaction = excluded.transaction, seq = excluded.seq
                """)
                .param("follower", follower)
                .param("transaction", position.transaction())
                .param("seq", position.sequence())
                .update();
    }
}
