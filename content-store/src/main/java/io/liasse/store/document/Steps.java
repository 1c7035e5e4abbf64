package io.liasse.store.document;

import io.liasse.store.Conflict;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Values;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last decision on each document, kept so that it can be taken back. Every method is part of a transaction. */
final class Steps {
    /** So long who decided can take it back without any other right. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final JdbcClient sql;
    private final Clock clock;

    Steps(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How the document stood before, and the version that the decision made. */
    record Step(
            UserId by,
            Instant at,
            long version,
            DocumentState state,
            @Nullable String reason) {}

    /** After a decision; {@code before} is the document as it was. */
    void note(Document before, Viewer by) {
        sql.sql("""
                insert into document_step (document_id, user_id, at, version, state, reason)
                select d.id, :user, :now, d.version, :state, :reason from document d where d.id = :document
                on conflict (document_id) do update set
                    user_id = excluded.user_id, at = excluded.at, version = excluded.version,
                    state = excluded.state, reason = excluded.reason
                """)
                .param("document", before.id().value())
                .param("user", by.user().value())
                .param("now", Values.time(Values.now(clock)))
                .param("state", before.state().name())
                .param("reason", before.reason())
                .update();
    }

    Optional<Step> of(DocumentId id) {
        return sql.sql("select * from document_step where document_id = :document")
                .param("document", id.value())
                .query((row, index) -> new Step(
                        new UserId(Values.id(row, "user_id")),
                        Values.moment(row, "at"),
                        row.getLong("version"),
                        DocumentState.valueOf(row.getString("state")),
                        row.getString("reason")))
                .optional();
    }

    boolean isOwnAndFresh(Step step, Viewer by) {
        return step.by().equals(by.user()) && step.at().plus(LONGEST).isAfter(clock.instant());
    }

    static void requireLast(Step step, Document now) {
        if (step.version() != now.version()) {
            throw Conflict.state("something else has happened to the document since");
        }
    }

    void forget(DocumentId id) {
        sql.sql("delete from document_step where document_id = :document")
                .param("document", id.value())
                .update();
    }
}
