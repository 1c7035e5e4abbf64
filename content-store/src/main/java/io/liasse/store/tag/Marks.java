package io.liasse.store.tag;

import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.database.Cursor;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Flags on documents for following up: a user's own, of which nobody else knows, and a shared one, which those who may edit
 * the document set and which all see who see the document; it is in the journal. Thread-safe.
 */
@Component
public class Marks {
    /** Which flags a document bears for one viewer; {@code sharedBy} set the shared one. */
    public record Mark(boolean own, @Nullable String sharedBy) {
        public static final Mark NONE = new Mark(false, null);

        public boolean shared() {
            return sharedBy != null;
        }
    }

    /** A marked document in a list, latest mark first. */
    public record Marked(
            DocumentId id,
            String title,
            DocumentState state,
            @Nullable CaseReference caseReference,
            boolean shared,
            String by,
            Instant at) {}

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final Journal journal;
    private final Clock clock;

    Marks(JdbcClient sql, TransactionOperations transactions, AccessPolicy policy, Journal journal, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.journal = journal;
        this.clock = clock;
    }

    /** Sets a flag; one that is set stays as it is. */
    public void set(DocumentId document, boolean shared, Viewer by) {
        transactions.executeWithoutResult(transaction -> {
            require(document, shared, by);
            int rows = sql.sql("""
                    insert into document_mark (document_id, user_id, shared, marked_at)
                    values (:document, :user, :shared, :now) on conflict do nothing
                    """)
                    .param("document", document.value())
                    .param("user", by.user().value())
                    .param("shared", shared)
                    .param("now", Values.time(Values.now(clock)))
                    .update();
            note(rows > 0 && shared, Action.DOCUMENT_MARKED, document, by);
        });
    }

    /** Takes a flag away; the shared one, whoever set it. */
    public void clear(DocumentId document, boolean shared, Viewer by) {
        transactions.executeWithoutResult(transaction -> {
            require(document, shared, by);
            int rows = sql.sql("""
                    delete from document_mark
                    where document_id = :document and shared = :shared and (shared or user_id = :user)
                    """)
                    .param("document", document.value())
                    .param("user", by.user().value())
                    .param("shared", shared)
                    .update();
            note(rows > 0 && shared, Action.DOCUMENT_UNMARKED, document, by);
        });
    }

    private void require(DocumentId document, boolean shared, Viewer by) {
        if (!policy.maySee(by, document)) {
            throw new NotFound("document");
        }
        if (shared && !policy.mayEdit(by, document)) {
            throw new NotAllowed("mark the document for others");
        }
    }

    private void note(boolean changed, Action action, DocumentId document, Viewer by) {
        if (changed) {
            CaseId caseId = sql.sql("select case_id from document where id = :id and case_id is not null")
                    .param("id", document.value())
                    .query(UUID.class)
                    .optional()
                    .map(CaseId::new)
                    .orElse(null);
            journal.append(NewEntry.of(action, Actor.of(by)).in(caseId).about(document));
        }
    }

    /** The flags of these documents for the viewer, who sees them; without any, a document is absent. */
    public Map<DocumentId, Mark> of(Collection<DocumentId> documents, Viewer viewer) {
        Map<DocumentId, Mark> marks = new HashMap<>();
        sql.sql("""
                select m.document_id, bool_or(not m.shared) as own,
                       max(u.display_name) filter (where m.shared) as shared_by
                from document_mark m join users u on u.id = m.user_id
                where m.document_id = any(cast(:documents as uuid[])) and (m.shared or m.user_id = :viewer)
                group by m.document_id
                """)
                .param("documents", Values.array(documents))
                .param("viewer", viewer.user().value())
                .query(row -> {
                    marks.put(
                            new DocumentId(Values.id(row, "document_id")),
                            new Mark(row.getBoolean("own"), row.getString("shared_by")));
                });
        return marks;
    }

    public Mark of(DocumentId document, Viewer viewer) {
        return of(List.of(document), viewer).getOrDefault(document, Mark.NONE);
    }

    /** What the viewer marked, or with {@code shared} what anybody marked for all, of what the viewer sees; latest first. */
    public Page<Marked> page(boolean shared, Viewer viewer, PageRequest page) {
        Select select = Select.from("""
                select d.id, d.title, d.state, f.year, f.number, m.shared, m.marked_at, u.display_name
                from document_mark m
                cross join lateral (select * from %s seen where seen.id = m.document_id) d
                join users u on u.id = m.user_id
                left join case_file f on f.id = d.case_id
                """.formatted(policy.sightOf(viewer).documents()))
                .where("d.state <> 'DIVIDED'")
                .where(shared ? "m.shared" : "not m.shared and m.user_id = :viewer")
                .with("viewer", viewer.user().value());
        if (page.cursor() != null) {
            Cursor after = Cursor.parse(page.cursor());
            select.where("(m.marked_at, m.document_id) < (:time, :id)")
                    .with("time", Values.time(after.moment(0)))
                    .with("id", after.id(1));
        }
        List<Marked> rows = select.then("order by m.marked_at desc, m.document_id desc")
                .limit(page.limit() + 1)
                .list(sql, Marks::marked);
        return Cursor.page(rows, page, each -> Cursor.of(each.at(), each.id()));
    }

    private static Marked marked(ResultSet row, int index) throws SQLException {
        Integer year = row.getObject("year", Integer.class);
        return new Marked(
                new DocumentId(Values.id(row, "id")),
                row.getString("title"),
                DocumentState.valueOf(row.getString("state")),
                year == null ? null : new CaseReference(year, row.getInt("number")),
                row.getBoolean("shared"),
                row.getString("display_name"),
                Values.moment(row, "marked_at"));
    }
}
