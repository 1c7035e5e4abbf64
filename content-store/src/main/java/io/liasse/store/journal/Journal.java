package io.liasse.store.journal;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.database.Cursor;
import io.liasse.store.database.Json;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one append-only record. Entries of a case form a hash chain. Append inside the transaction of the change it
 * records: both commit or neither. Thread-safe.
 */
@Component
public class Journal {
    private static final String COLUMNS = """
            select seq, transaction::text::bigint as tx, at, action, actor_user, actor, case_id, document_id,
                   details, case_number, hash
            from journal
            """;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final JournalSignal signal;

    Journal(JdbcClient sql, TransactionOperations transactions, Clock clock, JournalSignal signal) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.signal = signal;
    }

    /** Joins the running transaction, or makes one of its own. */
    public void append(NewEntry entry) {
        transactions.executeWithoutResult(transaction -> {
            write(storable(entry));
            TransactionSynchronizationManager.registerSynchronization(new Raise());
        });
    }

    /** Followers hear of it only when it is committed. */
    private final class Raise implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            signal.raise();
        }
    }

    private static NewEntry storable(NewEntry entry) {
        Map<String, String> details = new TreeMap<>();
        entry.details().forEach((name, value) -> details.put(name, Values.storable(value)));
        Actor actor =
                new Actor(entry.actor().user(), Values.storable(entry.actor().name()));
        return new NewEntry(entry.action(), actor, entry.caseId(), entry.document(), details);
    }

    private void write(NewEntry entry) {
        Instant at = Values.now(clock);
        CaseId caseId = entry.caseId();
        if (caseId == null) {
            insert(entry, at, null);
            return;
        }
        Link head = head(caseId);
        Link next = new Link(head.number() + 1, EntryHash.of(head.hash(), head.number() + 1, at, entry, caseId));
        insert(entry, at, next);
        sql.sql("update journal_chain set number = :number, hash = :hash where case_id = :case")
                .param("number", next.number())
                .param("hash", next.hash())
                .param("case", caseId.value())
                .update();
    }

    /** The newest entry of a case. */
    private record Link(long number, String hash) {}

    /** Locked until the transaction ends, so that the next entry of the case waits for this one. */
    private Link head(CaseId caseId) {
        sql.sql("insert into journal_chain values (:case, 0, :none) on conflict do nothing")
                .param("case", caseId.value())
                .param("none", EntryHash.NONE)
                .update();
        return sql.sql("select number, hash from journal_chain where case_id = :case for update")
                .param("case", caseId.value())
                .query((row, index) -> new Link(row.getLong("number"), row.getString("hash")))
                .single();
    }

    private void insert(NewEntry entry, Instant at, @Nullable Link link) {
        sql.sql("""
                insert into journal (at, action, actor_user, actor, case_id, document_id, details, case_number, hash)
                values (:at, :action, :user, :actor, :case, :document, cast(:details as jsonb), :number, :hash)
                """)
                .param("at", Values.time(at))
                .param("action", entry.action().name())
                .param("user", value(entry.actor().user()))
                .param("actor", entry.actor().name())
                .param("case", value(entry.caseId()))
                .param("document", value(entry.document()))
                .param("details", Json.write(entry.details()))
                .param("number", link == null ? null : link.number())
                .param("hash", link == null ? null : link.hash())
                .update();
    }

    private static java.util.@Nullable UUID value(@Nullable Record id) {
        return switch (id) {
            case CaseId of -> of.value();
            case DocumentId of -> of.value();
            case io.liasse.store.access.UserId of -> of.value();
            case null, default -> null;
        };
    }

    /**
     * Up to {@code limit} entries after {@code position}, in order, leaving out those whose transaction is younger than
     * the oldest one still running, so that none that commits late is ever skipped.
     */
    public List<JournalEntry> after(JournalPosition position, int limit) {
        return sql.sql(COLUMNS + """
                where (transaction, seq) > (cast(cast(:transaction as text) as xid8), :seq)
                  and transaction < pg_snapshot_xmin(pg_current_snapshot())
                order by transaction, seq limit
                """ + limit)
                .param("transaction", Long.toString(position.transaction()))
                .param("seq", position.sequence())
                .query(JournalRows::entry)
                .list();
    }

    /** The position a reader that wants only what comes from now on starts at. */
    public JournalPosition now() {
        long oldest = sql.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
        return new JournalPosition(oldest, 0);
    }

    /** Entries of one case, newest first, of the given actions (all when empty). */
    public Page<JournalEntry> ofCase(CaseId caseId, Set<Action> actions, PageRequest page) {
        Select select = Select.from(COLUMNS).where("case_id = :case", "case", caseId.value());
        if (!actions.isEmpty()) {
            select.where("action = any(:actions)", "actions", Values.array(actions));
        }
        if (page.cursor() != null) {
            select.where(
                    "case_number < :before",
                    "before",
                    Cursor.parse(page.cursor()).number(0));
        }
        List<JournalEntry> rows =
                select.then("order by case_number desc").limit(page.limit() + 1).list(sql, JournalRows::entry);
        return Cursor.page(rows, page, each -> Cursor.of(Objects.requireNonNull(each.caseNumber())));
    }

    /** Entries about one document, newest first. */
    public Page<JournalEntry> ofDocument(DocumentId document, PageRequest page) {
        Select select = Select.from(COLUMNS).where("document_id = :document", "document", document.value());
        if (page.cursor() != null) {
            select.where("seq < :before", "before", Cursor.parse(page.cursor()).number(0));
        }
        List<JournalEntry> rows =
                select.then("order by seq desc").limit(page.limit() + 1).list(sql, JournalRows::entry);
        return Cursor.page(rows, page, each -> Cursor.of(each.position().sequence()));
    }

    /** The first entries about any of these documents, oldest first, but for those of the given actions. */
    public List<JournalEntry> ofDocuments(Collection<DocumentId> documents, Set<Action> without, int limit) {
        return sql.sql(COLUMNS + """
                where document_id = any(cast(:documents as uuid[])) and not action = any(:without)
                order by seq limit
                """ + limit)
                .param("documents", Values.array(documents))
                .param("without", Values.array(without))
                .query(JournalRows::entry)
                .list();
    }

    /** The number of the first entry of the case whose hash does not follow from the one before; empty when all do. */
    public java.util.OptionalLong firstBreak(CaseId caseId) {
        return new JournalChain(sql).firstBreak(caseId);
    }
}
