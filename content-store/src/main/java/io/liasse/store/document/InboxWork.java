package io.liasse.store.document;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.database.Cursor;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What several people do in one inbox beside filing: claim a document while they look at it, hand it to a colleague, say
 * that it is not ours, take the last step back. Needs the right to edit the document, as filing does; every change but a
 * claim appends to the journal in the same transaction. Thread-safe.
 */
@Component
public class InboxWork {
    /** How long a claim holds unless it is renewed. */
    public static final Duration CLAIM = Duration.ofMinutes(5);

    private static final int LONGEST_NOTE = 500;
    private static final String WAITING = "('INBOX', 'FAILED', 'NEEDS_PASSWORD', 'QUARANTINED')";

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final Users users;
    private final Journal journal;
    private final Clock clock;
    private final ItemStates items;
    private final Steps steps;
    private final Arrivals arrivals;

    InboxWork(
            JdbcClient sql,
            TransactionOperations transactions,
            AccessPolicy policy,
            Users users,
            Journal journal,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.users = users;
        this.journal = journal;
        this.clock = clock;
        this.items = new ItemStates(sql);
        this.steps = new Steps(sql, clock);
        this.arrivals = new Arrivals(sql);
    }

    /**
     * Takes or renews the claim on a waiting document and gives up those on others; false when a colleague holds it, when
     * it does not wait, or when the viewer may not edit it.
     */
    public boolean claim(DocumentId id, Viewer viewer) {
        return policy.mayEdit(viewer, id) && transactions.execute(transaction -> claimed(id, viewer));
    }

    private boolean claimed(DocumentId id, Viewer viewer) {
        sql.sql("delete from document_claim where user_id = :viewer and document_id <> :document")
                .param("viewer", viewer.user().value())
                .param("document", id.value())
                .update();
        int rows = sql.sql("""
                insert into document_claim (document_id, user_id, until)
                select d.id, :viewer, :until from document d where d.id = :document and d.state in %s
                on conflict (document_id) do update set user_id = excluded.user_id, until = excluded.until
                where document_claim.user_id = excluded.user_id or document_claim.until <= :now
                """.formatted(WAITING))
                .param("viewer", viewer.user().value())
                .param("document", id.value())
                .param("until", Values.time(Values.now(clock).plus(CLAIM)))
                .param("now", Values.time(Values.now(clock)))
                .update();
        return rows > 0;
    }

    /** Gives the claim up. */
    public void release(DocumentId id, Viewer viewer) {
        sql.sql("delete from document_claim where user_id = :viewer and document_id = :document")
                .param("viewer", viewer.user().value())
                .param("document", id.value())
                .update();
    }

    /** The marks of those documents that have any; the caller has made sure that the viewer may see the documents. */
    public Map<DocumentId, InboxMark> marks(Collection<DocumentId> ids, Viewer viewer) {
        Map<DocumentId, InboxMark> marks = new HashMap<>();
        sql.sql("""
                select d.id, claimer.display_name as claimed_by, handed.display_name as handed_to,
                       h.user_id = :viewer as mine, giver.display_name as handed_by, h.note
                from unnest(cast(:ids as uuid[])) as d (id)
                left join document_claim k on k.document_id = d.id and k.until > :now and k.user_id <> :viewer
                left join users claimer on claimer.id = k.user_id
                left join document_handed h on h.document_id = d.id
                left join users handed on handed.id = h.user_id
                left join users giver on giver.id = h.by_user
                where k.user_id is not null or h.user_id is not null
                """)
                .param("ids", Values.array(ids))
                .param("viewer", viewer.user().value())
                .param("now", Values.time(Values.now(clock)))
                .query((row, index) -> marks.put(
                        new DocumentId(Values.id(row, "id")),
                        new InboxMark(
                                row.getString("claimed_by"),
                                row.getString("handed_to"),
                                row.getBoolean("mine"),
                                row.getString("handed_by"),
                                row.getString("note"))))
                .list();
        return marks;
    }

    /** The waiting documents handed to the viewer, oldest first. */
    public Page<Document> handedTo(Viewer viewer, PageRequest page) {
        Select select = Select.from(DocumentRows.select(policy.sightOf(viewer).documents()))
                .where("d.id in (select h.document_id from document_handed h where h.user_id = :viewer)")
                .where("d.state in " + WAITING)
                .with("viewer", viewer.user().value());
        if (page.cursor() != null) {
            select.where("d.id > :last", "last", Cursor.parse(page.cursor()).id(0));
        }
        List<Document> rows =
                select.then("order by d.id").limit(page.limit() + 1).list(sql, DocumentRows::document);
        return Cursor.page(rows, page, each -> Cursor.of(each.id()));
    }

    /** How many wait that were handed to the viewer. */
    public int countHandedTo(Viewer viewer) {
        return sql.sql("""
                select count(*) from document_handed h join document d on d.id = h.document_id
                where h.user_id = :viewer and d.state in %s
                """.formatted(WAITING))
                .param("viewer", viewer.user().value())
                .query(Integer.class)
                .single();
    }

    /** Users to whom a waiting document can be handed: those who work in the inbox, but not the viewer. */
    public List<User> colleagues(String text, Viewer viewer, int limit) {
        return users.startingWith(text, 50).stream()
                .filter(InboxWork::worksInInbox)
                .filter(each -> !each.id().equals(viewer.user()))
                .limit(limit)
                .toList();
    }

    private static boolean worksInInbox(User user) {
        return user.enabled()
                && (user.roles().contains(Role.CLERK)
                        || user.roles().contains(Role.SUPERVISOR)
                        || user.roles().contains(Role.CASE_MANAGER));
    }

    /** Hands a waiting document to a colleague, by username, who then sees it marked. */
    public Document handOn(DocumentId id, String to, @Nullable String note, Viewer by) {
        String said = note == null || note.isBlank() ? null : note.strip();
        if (said != null && said.length() > LONGEST_NOTE) {
            throw new InvalidInput("note", "must have at most 500 characters");
        }
        return transactions.execute(transaction -> {
            Document document = editable(id, by);
            requireWaiting(document);
            User colleague = users.named(to)
                    .filter(InboxWork::worksInInbox)
                    .orElseThrow(() -> new InvalidInput("to", "is nobody who works in the inbox"));
            sql.sql("""
                    insert into document_handed (document_id, user_id, note, by_user, at)
                    values (:document, :to, :note, :by, :now)
                    on conflict (document_id) do update set
                        user_id = excluded.user_id, note = excluded.note, by_user = excluded.by_user, at = excluded.at
                    """)
                    .param("document", id.value())
                    .param("to", colleague.id().value())
                    .param("note", Values.storableOrNull(said))
                    .param("by", by.user().value())
                    .param("now", Values.time(Values.now(clock)))
                    .update();
            release(id, by);
            journal.append(NewEntry.of(Action.DOCUMENT_HANDED_ON, Actor.of(by))
                    .about(id)
                    .with(Map.of("user", colleague.id().toString())));
            return document;
        });
    }

    /** The document is for everybody again. */
    public Document handBack(DocumentId id, Viewer by) {
        return transactions.execute(transaction -> {
            Document document = editable(id, by);
            int rows = sql.sql("delete from document_handed where document_id = :document")
                    .param("document", id.value())
                    .update();
            if (rows > 0) {
                journal.append(NewEntry.of(Action.HANDING_UNDONE, Actor.of(by)).about(id));
            }
            return document;
        });
    }

    /** Out of the inbox, kept with the reason; {@code text} is needed for OTHER. {@code version} null: whatever it is. */
    public Document notOurs(DocumentId id, NotOurs why, @Nullable String text, @Nullable Long version, Viewer by) {
        String said = text == null ? "" : text.strip();
        if (why == NotOurs.OTHER && (said.isEmpty() || said.length() > LONGEST_NOTE)) {
            throw new InvalidInput("text", "must have 1 to 500 characters");
        }
        return transactions.execute(transaction -> {
            Document before = editable(id, by);
            if (version != null && version != before.version()) {
                throw Conflict.stale("the document");
            }
            requireWaiting(before);
            state(id, DocumentState.NOT_OURS, why.reason(said));
            steps.note(before, by);
            journal.append(NewEntry.of(Action.DOCUMENT_NOT_OURS, Actor.of(by))
                    .about(id)
                    .with(Map.of("why", why.name())));
            return current(id);
        });
    }

    /** Into the inbox again, as it stood before it was said to be not ours. */
    public Document takeBack(DocumentId id, Viewer by) {
        return transactions.execute(transaction -> {
            Document before = editable(id, by);
            if (before.state() != DocumentState.NOT_OURS) {
                throw Conflict.state("nobody said that the document is not ours");
            }
            restore(id);
            journal.append(NewEntry.of(Action.DOCUMENT_OURS_AGAIN, Actor.of(by)).about(id));
            return current(id);
        });
    }

    private void restore(DocumentId id) {
        Steps.Step step = steps.of(id)
                .orElseGet(() -> new Steps.Step(
                        new UserId(new java.util.UUID(0, 0)), clock.instant(), 0, DocumentState.INBOX, null));
        state(id, step.state(), step.reason());
        steps.forget(id);
    }

    /**
     * Takes the last decision back: out of the case again, or in the inbox again. Who decided can do so for an hour, also
     * without a right on the case; later, and for others, the right to edit the document is needed. What was corrected
     * with the decision stays corrected. A conflict when something else has happened since, or the case is closed.
     */
    public Document undo(DocumentId id, Viewer by) {
        return transactions.execute(transaction -> {
            items.lock(id);
            Steps.Step step = steps.of(id).orElse(null);
            if (step == null || !steps.isOwnAndFresh(step, by)) {
                requireEditable(id, by);
            }
            Document document = locked(id);
            if (step == null) {
                throw Conflict.state("there is nothing to take back");
            }
            Steps.requireLast(step, document);
            CaseId left = document.caseId();
            if (left != null) {
                leave(left);
                unlearn(id);
            }
            restore(id);
            Action action = left == null ? Action.DOCUMENT_OURS_AGAIN : Action.FILING_UNDONE;
            journal.append(NewEntry.of(action, Actor.of(by)).in(left).about(id));
            arrivals.leave(id, Actor.of(by)).forEach(journal::append);
            return current(id);
        });
    }

    /** Notes where values that a person has just set were taken from; part of the transaction that sets them. */
    public void place(DocumentId id, Map<String, FieldPlace> places) {
        places.forEach((name, place) -> {
            Box box = place.box();
            sql.sql("""
                    update document_field set valid = :valid,
                        page = case when :placed then cast(:page as int) else page end,
                        x = case when :placed then cast(:x as float8) else x end,
                        y = case when :placed then cast(:y as float8) else y end,
                        width = case when :placed then cast(:width as float8) else width end,
                        height = case when :placed then cast(:height as float8) else height end
                    where document_id = :document and by_person and name = :name
                    """)
                    .param("document", id.value())
                    .param("name", Values.storable(name))
                    .param("valid", place.valid())
                    .param("placed", box != null)
                    .param("page", place.page())
                    .param("x", box == null ? null : box.x())
                    .param("y", box == null ? null : box.y())
                    .param("width", box == null ? null : box.width())
                    .param("height", box == null ? null : box.height())
                    .update();
        });
    }

    /** What was read in the place of values that a person has set, by the name of the field. */
    public Map<String, String> readValues(DocumentId id) {
        Map<String, String> read = new HashMap<>();
        sql.sql("""
                select distinct on (r.name) r.name, r.value from document_field r
                where r.document_id = :document and not r.by_person
                  and exists (select from document_field p
                              where p.document_id = :document and p.by_person and p.name = r.name)
                order by r.name, r.ordinal
                """)
                .param("document", id.value())
                .query((row, index) -> read.put(row.getString("name"), row.getString("value")))
                .list();
        return read;
    }

    private void leave(CaseId left) {
        boolean open = sql.sql("select state = 'OPEN' from case_file where id = :case for no key update")
                .param("case", left.value())
                .query(Boolean.class)
                .single();
        if (!open) {
            throw Conflict.state("the case is closed");
        }
        sql.sql("update case_file set changed_at = :now where id = :case")
                .param("now", Values.time(Values.now(clock)))
                .param("case", left.value())
                .update();
    }

    /** What was decided by mistake does not count as known. */
    private void unlearn(DocumentId id) {
        sql.sql("update filing_decision set decided_case = null, decided_at = null where document_id = :id")
                .param("id", id.value())
                .update();
    }

    private void state(DocumentId id, DocumentState state, @Nullable String reason) {
        sql.sql("""
                update document set state = :state, reason = :reason, case_id = null, filed_at = null,
                                    version = version + 1
                where id = :id
                """)
                .param("state", state.name())
                .param("reason", Values.storableOrNull(reason))
                .param("id", id.value())
                .update();
        items.refresh(id);
    }

    private Document editable(DocumentId id, Viewer by) {
        items.lock(id);
        requireEditable(id, by);
        return locked(id);
    }

    private void requireEditable(DocumentId id, Viewer by) {
        if (!policy.maySee(by, id)) {
            throw new NotFound("document");
        }
        if (!policy.mayEdit(by, id)) {
            throw new NotAllowed("decide on the document");
        }
    }

    private static void requireWaiting(Document document) {
        if (!DocumentQuery.inbox().states().contains(document.state())) {
            throw Conflict.state("the document does not wait in the inbox");
        }
    }

    private Document locked(DocumentId id) {
        return sql.sql(DocumentRows.select("document") + "where d.id = :id for no key update of d")
                .param("id", id.value())
                .query(DocumentRows::document)
                .optional()
                .orElseThrow(() -> new NotFound("document"));
    }

    private Document current(DocumentId id) {
        return locked(id);
    }
}
