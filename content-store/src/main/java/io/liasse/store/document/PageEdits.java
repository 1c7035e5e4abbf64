package io.liasse.store.document;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.database.Values;
import io.liasse.store.document.VersionContents.BasePage;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Pages turned, put into another order or taken out: each time a version of the document, while the original and all
 * earlier versions stay. What is known of a page goes where the page goes. Everything that shows a document shows its
 * present version. Thread-safe.
 */
@Component
public class PageEdits {
    private static final String RESTORED = "restored|";

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final Documents documents;
    private final VersionContents contents;
    private final PageMoving moving;
    private final ItemStates items;
    private final ReleasedObjects released;
    private final Journal journal;
    private final Clock clock;

    PageEdits(
            JdbcClient sql,
            TransactionOperations transactions,
            AccessPolicy policy,
            Documents documents,
            ReleasedObjects released,
            Journal journal,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.documents = documents;
        this.released = released;
        this.contents = new VersionContents(sql);
        this.moving = new PageMoving(sql);
        this.items = new ItemStates(sql);
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A document of the inbox or of an open case back to RECEIVED, to become another version by a job of the same
     * transaction; what it waits for in the inbox is kept.
     *
     * @param version that its author knew; null: whatever it is now
     */
    public Document order(DocumentId id, @Nullable Long version, Viewer by) {
        return transact(() -> {
            Document document = lockedForEdit(id, version, by);
            state(id, DocumentState.RECEIVED);
            append(Action.EDIT_ORDERED, document, Actor.of(by), Map.of());
            return current(id);
        });
    }

    private Document lockedForEdit(DocumentId id, @Nullable Long version, Viewer by) {
        items.lock(id);
        requireEditable(id, by);
        Document document = locked(id);
        if (version != null && version != document.version()) {
            throw Conflict.stale("the document");
        }
        if (document.state() != DocumentState.INBOX && document.state() != DocumentState.FILED) {
            throw Conflict.state(why(document.state()));
        }
        requireOpenCase(document);
        return document;
    }

    static String why(DocumentState state) {
        return switch (state) {
            case RECEIVED, READING -> "the document is being worked on";
            case QUARANTINED -> "the document is in quarantine";
            case DIVIDED -> "the pages of the document are in other documents";
            case FAILED, NEEDS_PASSWORD -> "the document could not be read";
            case NOT_OURS -> "the document is not ours";
            case INBOX, FILED -> "the document waits";
        };
    }

    private void requireEditable(DocumentId id, Viewer by) {
        if (!policy.maySee(by, id)) {
            throw new NotFound("document");
        }
        if (!policy.mayEdit(by, id)) {
            throw new NotAllowed("edit the pages of the document");
        }
    }

    /** Its row is locked, so that it is not closed in between. */
    private void requireOpenCase(Document document) {
        if (document.caseId() == null) {
            return;
        }
        boolean closed = sql.sql("select state = 'CLOSED' from case_file where id = :id for no key update")
                .param("id", document.caseId().value())
                .query(Boolean.class)
                .single();
        if (closed) {
            CaseReference reference = Objects.requireNonNull(document.caseReference());
            throw Conflict.state("case " + reference + " is closed");
        }
    }

    /** Makes the ordered version; nothing when that is done already. The document is INBOX or FILED again. */
    public void keep(DocumentId id, NewVersion version) {
        transactions.executeWithoutResult(transaction -> {
            items.lock(id);
            Document document = locked(id);
            if (document.state() != DocumentState.READING) {
                return;
            }
            released.claim(version.renditions().stream()
                    .map(each -> each.object().hash())
                    .toList());
            contents.begin(id);
            int before = contents.current(id);
            contents.keep(id, before);
            List<BasePage> bases = contents.pages(id, before);
            List<BasePage> now = edited(bases, version.pages());
            List<PageMoving.Move> moves = moves(bases, now);
            insertVersion(id, before + 1, version);
            contents.note(id, before + 1, now);
            moving.all(id, moves);
            documents.contents().replaceRenditions(id, version.renditions());
            version.again().forEach(page -> keepAgain(id, page));
            finish(document, before + 1, version.by());
        });
    }

    private static List<BasePage> edited(List<BasePage> bases, List<PageTurn> pages) {
        Map<Integer, BasePage> known = bases.stream().collect(Collectors.toMap(BasePage::page, Function.identity()));
        return IntStream.rangeClosed(1, pages.size())
                .mapToObj(page -> {
                    PageTurn each = pages.get(page - 1);
                    BasePage base = known.getOrDefault(each.was(), new BasePage(each.was(), each.was(), 0));
                    return new BasePage(page, base.base(), (base.turn() + each.turn()) % 360);
                })
                .toList();
    }

    /** What becomes of each page that either version knows. */
    private static List<PageMoving.Move> moves(List<BasePage> before, List<BasePage> now) {
        Map<Integer, BasePage> old = before.stream().collect(Collectors.toMap(BasePage::base, Function.identity()));
        Map<Integer, BasePage> fresh = now.stream().collect(Collectors.toMap(BasePage::base, Function.identity()));
        List<PageMoving.Move> moves = new ArrayList<>();
        for (BasePage page : before) {
            BasePage becomes = fresh.get(page.base());
            moves.add(
                    becomes == null
                            ? new PageMoving.Move(page.page(), -page.base(), 0)
                            : new PageMoving.Move(
                                    page.page(), becomes.page(), Math.floorMod(becomes.turn() - page.turn(), 360)));
        }
        for (BasePage page : now) {
            if (!old.containsKey(page.base())) {
                moves.add(new PageMoving.Move(-page.base(), page.page(), 0));
            }
        }
        return moves;
    }

    private void insertVersion(DocumentId id, int number, NewVersion version) {
        Rendition pdf = version.renditions().stream()
                .filter(each -> each.kind() == RenditionKind.PDF)
                .findFirst()
                .orElseThrow();
        sql.sql("""
                insert into document_version (document_id, number, sha256, size, media_type, reason, made_by, made_at)
                values (:id, :number, :sha256, :size, :type, 'edited', :by, :now)
                """)
                .param("id", id.value())
                .param("number", number)
                .param("sha256", pdf.object().hash().hex())
                .param("size", pdf.object().size())
                .param("type", pdf.mediaType())
                .param("by", Values.storable(version.by().name()))
                .param("now", Values.time(Values.now(clock)))
                .update();
    }

    /** A person's values stay; where the page was read again, what reading finds takes the place of what it found. */
    private void keepAgain(DocumentId id, NewVersion.ReadAgain page) {
        documents.contents().readAgain(id, page.text(), page.fields());
        documents.keepHints(id, List.of(page.text().page()), page.hints());
    }

    private void finish(Document document, int number, Actor by) {
        DocumentId id = document.id();
        sql.sql("""
                update document set pages = (select count(*) from document_page where document_id = :id),
                    confidence = (
                        select sum(confidence * length(text)) / nullif(sum(length(text)), 0)
                        from document_page where document_id = :id and confidence is not null)
                where id = :id
                """).param("id", id.value()).update();
        documents.contents().compareAgain(id);
        settle(id);
        append(Action.DOCUMENT_VERSION_ADDED, document, by, Map.of("version", Integer.toString(number)));
    }

    /** Where it was before. */
    private void settle(DocumentId id) {
        sql.sql("""
                update document set version = version + 1,
                    state = case when case_id is null then 'INBOX' else 'FILED' end
                where id = :id
                """).param("id", id.value()).update();
        items.refresh(id);
    }

    /** Back to where it was before it was ordered, since its pages cannot be edited; says why as {@code key|arg}. */
    public void giveUp(DocumentId id, String reason) {
        transactions.executeWithoutResult(transaction -> {
            items.lock(id);
            Document document = locked(id);
            if (document.state().isFinal()) {
                return;
            }
            settle(id);
            sql.sql("update document set reason = :reason where id = :id and case_id is null")
                    .param("reason", reason)
                    .param("id", id.value())
                    .update();
            append(Action.EDIT_FAILED, document, Documents.reading(), Map.of("reason", reason));
        });
    }

    /**
     * Makes a version with the pages of an earlier one, at once: nothing is read or made for that. Corrections and values
     * that people set since stay with their pages.
     */
    public Document restore(DocumentId id, int number, @Nullable Long version, Viewer by) {
        return transact(() -> {
            Document document = lockedForEdit(id, version, by);
            int before = contents.current(id);
            if (number < 1 || number >= before) {
                throw new InvalidInput("version", "is no earlier version of the document");
            }
            List<BasePage> bases = contents.pages(id, before);
            List<BasePage> now = contents.pages(id, number);
            if (bases.equals(now)) {
                throw new InvalidInput("version", "is what the document is now");
            }
            contents.keep(id, before);
            List<PageMoving.Move> moves = moves(bases, now);
            moving.fields(
                    id,
                    moves.stream()
                            .filter(move -> move.was() > 0 && !move.leaves())
                            .toList(),
                    "t.by_person");
            moving.keptWithTheirPage(id, moves);
            contents.putBack(id, number);
            copyVersion(id, number, before + 1, by);
            contents.note(id, before + 1, now);
            finish(document, before + 1, Actor.of(by));
            return current(id);
        });
    }

    private void copyVersion(DocumentId id, int number, int to, Viewer by) {
        sql.sql("""
                insert into document_version (document_id, number, sha256, size, media_type, reason, made_by, made_at)
                select document_id, :to, sha256, size, media_type, :reason, :by, :now
                from document_version where document_id = :id and number = :number
                """)
                .param("to", to)
                .param("reason", RESTORED + number)
                .param("by", Values.storable(Actor.of(by).name()))
                .param("now", Values.time(Values.now(clock)))
                .param("id", id.value())
                .param("number", number)
                .update();
    }

    /** Whether its present pages are other ones than those of its original, in another order, or turned. */
    public boolean edited(DocumentId id) {
        return contents.edited(id);
    }

    /** Documents that were made of its pages, those that the viewer may see. */
    public List<Document> madeOf(DocumentId id, Viewer viewer) {
        Set<DocumentId> made = sql.sql("select distinct document_id from document_source where source_id = :id")
                .param("id", id.value())
                .query((row, index) -> new DocumentId(Values.id(row, "document_id")))
                .set();
        return documents.findAll(made).values().stream()
                .filter(each -> policy.maySee(viewer, each.id()))
                .sorted(Comparator.comparing(each -> each.id().toString()))
                .toList();
    }

    private void state(DocumentId id, DocumentState state) {
        sql.sql("update document set state = :state, version = version + 1 where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
        items.refresh(id);
    }

    private void append(Action action, Document document, Actor by, Map<String, String> details) {
        journal.append(NewEntry.of(action, by)
                .in(document.caseId())
                .about(document.id())
                .with(details));
    }

    private Document locked(DocumentId id) {
        return sql.sql(DocumentRows.select("document") + "where d.id = :id for no key update of d")
                .param("id", id.value())
                .query(DocumentRows::document)
                .optional()
                .orElseThrow(() -> new NotFound("document"));
    }

    private Document current(DocumentId id) {
        return documents.find(id).orElseThrow(() -> new NotFound("document"));
    }

    private <T> T transact(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(transaction -> work.get()));
    }
}
