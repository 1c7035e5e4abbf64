package io.liasse.store.document;

import io.liasse.store.Conflict;
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
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where documents go before they are removed for good. In the trash a document keeps its case and its state, and is in no
 * list, count or index; it is known here only, to those who may edit it. Thread-safe.
 */
@Component
public class Trash {
    private static final Actor EMPTYING = Actor.program("trash");

    /** Where holds are made, what is on hold is left out here: it must not be removed. */
    private static final String NOT_ON_HOLD = "true";

    private static final String REMOVABLE = """
            select d.id from document d
            where d.trashed_at < :before
              and not exists (select from document_source s where s.source_id = d.id)
              and
            """ + NOT_ON_HOLD;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final ReleasedObjects released;
    private final ItemStates items;
    private final Arrivals arrivals;
    private final Journal journal;
    private final Clock clock;

    Trash(
            JdbcClient sql,
            TransactionOperations transactions,
            AccessPolicy policy,
            ReleasedObjects released,
            Journal journal,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.released = released;
        this.items = new ItemStates(sql);
        this.arrivals = new Arrivals(sql);
        this.journal = journal;
        this.clock = clock;
    }

    /** A document in the trash, and the case it was in. */
    public record Trashed(
            DocumentId id,
            String title,
            @Nullable String type,
            DocumentState state,
            @Nullable CaseReference caseReference,
            Instant trashedAt,
            String by) {}

    /** Puts a document that nobody is reading into the trash; {@code version} null: whatever it is now. */
    public void put(DocumentId id, @Nullable Long version, Viewer by) {
        transactions.executeWithoutResult(transaction -> {
            items.lock(id);
            requireEditable(id, by);
            Place place = locked(id);
            check(place, version);
            sql.sql("""
                    update document set trashed_at = :now, trashed_by = :by, version = version + 1 where id = :id
                    """)
                    .param("now", Values.time(Values.now(clock)))
                    .param("by", by.user().value())
                    .param("id", id.value())
                    .update();
            changed(id, place, Action.DOCUMENT_TRASHED, by);
            arrivals.hide(id, Actor.of(by)).forEach(journal::append);
        });
    }

    private void requireEditable(DocumentId id, Viewer by) {
        if (!policy.maySee(by, id)) {
            throw new NotFound("document");
        }
        if (!policy.mayEdit(by, id)) {
            throw new NotAllowed("put the document into the trash");
        }
    }

    /** Where a document is; its row is locked. */
    private record Place(
            UUID item, DocumentState state, @Nullable CaseId caseId, boolean closed, long version) {}

    private Place locked(DocumentId id) {
        return sql.sql("""
                select d.item_id, d.state, d.case_id, d.version,
                       coalesce((select f.state = 'CLOSED' from case_file f where f.id = d.case_id), false) as closed
                from document d where d.id = :id for no key update
                """)
                .param("id", id.value())
                .query(Trash::place)
                .optional()
                .orElseThrow(() -> new NotFound("document"));
    }

    private static Place place(ResultSet row, int index) throws SQLException {
        UUID caseId = Values.idOrNull(row, "case_id");
        return new Place(
                Values.id(row, "item_id"),
                DocumentState.valueOf(row.getString("state")),
                caseId == null ? null : new CaseId(caseId),
                row.getBoolean("closed"),
                row.getLong("version"));
    }

    private static void check(Place place, @Nullable Long version) {
        if (version != null && version != place.version()) {
            throw Conflict.stale("the document");
        }
        if (!place.state().isFinal()) {
            throw Conflict.state("the document is still being read");
        }
        if (place.state() == DocumentState.DIVIDED) {
            throw Conflict.state("the pages of the document are in other documents");
        }
        if (place.closed()) {
            throw Conflict.state("the case is closed");
        }
    }

    private void changed(DocumentId id, Place place, Action action, Viewer by) {
        items.refresh(id);
        if (place.caseId() != null) {
            sql.sql("update case_file set changed_at = :now where id = :case")
                    .param("now", Values.time(Values.now(clock)))
                    .param("case", place.caseId().value())
                    .update();
        }
        journal.append(NewEntry.of(action, Actor.of(by)).in(place.caseId()).about(id));
    }

    /** Back to where it was. What the viewer may not restore is not known here. */
    public void restore(DocumentId id, Viewer by) {
        transactions.executeWithoutResult(transaction -> {
            items.lock(id);
            if (!policy.mayRestore(by, id)) {
                throw new NotFound("document");
            }
            Place place = locked(id);
            sql.sql("""
                    update document set trashed_at = null, trashed_by = null, version = version + 1 where id = :id
                    """).param("id", id.value()).update();
            changed(id, place, Action.DOCUMENT_RESTORED, by);
            arrivals.show(id, Actor.of(by)).forEach(journal::append);
        });
    }

    /** What the viewer may restore, what was thrown away last first. */
    public Page<Trashed> page(Viewer viewer, PageRequest page) {
        Select select = Select.from("""
                select d.id, d.title, d.type, d.state, d.trashed_at, u.display_name, f.year, f.number
                from %s d left join users u on u.id = d.trashed_by left join case_file f on f.id = d.case_id
                """.formatted(policy.trashOf(viewer)))
                .with("viewer", viewer.user().value());
        if (page.cursor() != null) {
            Cursor after = Cursor.parse(page.cursor());
            select.where("(d.trashed_at, d.id) < (:time, :id)")
                    .with("time", Values.time(after.moment(0)))
                    .with("id", after.id(1));
        }
        List<Trashed> rows = select.then("order by d.trashed_at desc, d.id desc")
                .limit(page.limit() + 1)
                .list(sql, Trash::trashed);
        return Cursor.page(rows, page, each -> Cursor.of(each.trashedAt(), each.id()));
    }

    private static Trashed trashed(ResultSet row, int index) throws SQLException {
        Integer year = row.getObject("year", Integer.class);
        return new Trashed(
                new DocumentId(Values.id(row, "id")),
                row.getString("title"),
                row.getString("type"),
                DocumentState.valueOf(row.getString("state")),
                year == null ? null : new CaseReference(year, row.getInt("number")),
                Values.moment(row, "trashed_at"),
                row.getString("display_name"));
    }

    /**
     * Removes for good what was put into the trash before {@code before}, at most {@code limit} documents, each in its own
     * transaction, and the bytes that no other document consists of. Returns how many documents are gone; the journal keeps
     * that they were.
     */
    public int empty(Instant before, int limit) {
        List<DocumentId> due = sql.sql(REMOVABLE + " order by d.trashed_at, d.id limit " + limit)
                .param("before", Values.time(before))
                .query((row, index) -> new DocumentId(Values.id(row, "id")))
                .list();
        int gone = 0;
        for (DocumentId id : due) {
            gone += Boolean.TRUE.equals(transactions.execute(transaction -> remove(id, before))) ? 1 : 0;
        }
        released.removeUnused();
        return gone;
    }

    /** False when it was restored or removed in between. */
    private boolean remove(DocumentId id, Instant before) {
        items.lock(id);
        Set<UUID> still = new HashSet<>(sql.sql(REMOVABLE + " and d.id = :id for update")
                .param("before", Values.time(before))
                .param("id", id.value())
                .query((row, index) -> row.getObject(1, UUID.class))
                .list());
        if (still.isEmpty()) {
            return false;
        }
        List<DocumentId> sources = sql.sql("select distinct source_id from document_source where document_id = :id")
                .param("id", id.value())
                .query((row, index) -> new DocumentId(Values.id(row, "source_id")))
                .list();
        delete(id);
        sources.stream().filter(this::isMadeOfNothing).forEach(this::delete);
        return true;
    }

    /** Whether all documents that were made of its pages are gone. */
    private boolean isMadeOfNothing(DocumentId source) {
        return sql.sql("""
                select exists (select from document d where d.id = :id and d.state = 'DIVIDED'
                    and not exists (select from document_source s where s.source_id = d.id))
                """).param("id", source.value()).query(Boolean.class).single();
    }

    private void delete(DocumentId id) {
        Place place = locked(id);
        Map<String, String> details = new HashMap<>(Map.of("item", place.item().toString()));
        released.release(id).stream().findFirst().ifPresent(original -> details.put("sha256", original));
        sql.sql("delete from document where id = :id").param("id", id.value()).update();
        items.refreshItem(place.item());
        journal.append(NewEntry.of(Action.DOCUMENT_DELETED, EMPTYING)
                .in(place.caseId())
                .about(id)
                .with(details));
    }
}
