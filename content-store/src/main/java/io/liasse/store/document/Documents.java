package io.liasse.store.document;

import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Items;
import io.liasse.store.item.NewItem;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.LastLooks;
import io.liasse.store.journal.NewEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The documents. Whatever takes a viewer applies {@code AccessPolicy}: what the viewer may not see is absent from lists
 * and {@code NotFound} by id. Methods without a viewer are for the program's own work. Every change appends to the
 * journal in the same transaction. Thread-safe.
 */
@Component
public class Documents {
    private final TransactionOperations transactions;
    private final LastLooks looks;
    private final DocumentLists lists;
    private final DocumentContents contents;
    private final Reception reception;
    private final Readings readings;
    private final Filings filings;

    Documents(
            JdbcClient sql,
            TransactionOperations transactions,
            AccessPolicy policy,
            Items items,
            DocumentTypes types,
            Journal journal,
            LastLooks looks,
            Clock clock) {
        this.transactions = transactions;
        this.looks = looks;
        this.lists = new DocumentLists(sql, policy, clock);
        this.contents = new DocumentContents(sql, policy);
        this.reception = new Reception(sql, items, types, journal, clock);
        this.readings = new Readings(sql, contents, journal, clock);
        this.filings = new Filings(sql, policy, types, contents, journal, clock);
    }

    /**
     * Writes item, document (RECEIVED) and journal entries; joins the running transaction. A source key already taken,
     * also by a transaction that commits at the same moment, gives the earlier receipt, marked repeated.
     */
    public Items.Receipt receive(NewItem item, Wishes wishes) {
        return transactions.execute(transaction -> reception.receive(item, wishes));
    }

    public Document get(DocumentId id, Viewer viewer) {
        return lists.get(id, viewer);
    }

    /** How far the document has come: for who may see it, and always for who posted it. */
    public Standing standing(DocumentId id, Viewer viewer) {
        return lists.standing(id, viewer).orElseThrow(() -> new NotFound("document"));
    }

    public Optional<Document> find(DocumentId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    public Map<DocumentId, Document> findAll(Collection<DocumentId> ids) {
        return lists.findAll(ids);
    }

    public Page<Document> page(DocumentQuery query, Viewer viewer, PageRequest page) {
        return lists.page(query, viewer, page);
    }

    /** How many documents wait for a person and are visible to the viewer, counted to at most {@code limit}. */
    public int countInbox(Viewer viewer, int limit) {
        return lists.countInbox(viewer, limit);
    }

    /** How many documents are being read or wait to be (RECEIVED, READING), over all. */
    public int countUnderWay() {
        return lists.countUnderWay();
    }

    /** Number of documents of a case. */
    public int countOf(CaseId caseId) {
        return lists.countOf(caseId);
    }

    /** Documents received per channel and day of the last {@code days} days, oldest day first. */
    public List<ReceivedPerDay> receivedPerDay(int days) {
        return lists.receivedPerDay(days);
    }

    /** A count of documents received on one day by one channel. */
    public record ReceivedPerDay(LocalDate day, Channel channel, int count) {}

    /** Notes that the viewer opened the content; at most once an hour for the same viewer. */
    public void opened(DocumentId id, Viewer viewer) {
        CaseId caseId = get(id, viewer).caseId();
        NewEntry entry = NewEntry.of(Action.DOCUMENT_OPENED, Actor.of(viewer)).about(id);
        looks.note(viewer, id.value(), entry.in(caseId));
    }

    public List<Field> fields(DocumentId id) {
        return contents.fields(id);
    }

    /** Candidates that the viewer may see (or file into), best first. */
    public List<Candidate> candidates(DocumentId id, Viewer viewer) {
        return contents.candidates(id, viewer);
    }

    /** Documents that came out of this one, in order. For the program's own work; a screen names its viewer. */
    public List<Document> parts(DocumentId id) {
        return lists.parts(id);
    }

    /** The parts of this one that the viewer may see, in order; some may be in other cases. */
    public List<Document> parts(DocumentId id, Viewer viewer) {
        return lists.parts(id, viewer);
    }

    public List<Version> versions(DocumentId id) {
        return contents.versions(id);
    }

    /** Texts of pages, in order. */
    public List<PageText> pages(DocumentId id) {
        return contents.pages(id);
    }

    /** {@code page} from 1 for PAGE, 0 for other kinds. */
    public Optional<Rendition> rendition(DocumentId id, RenditionKind kind, int page) {
        return contents.rendition(id, kind, page);
    }

    /** RECEIVED to READING; false when the document is past reading, so that a repeated job does nothing. */
    public boolean startReading(DocumentId id) {
        return transactions.execute(transaction -> readings.start(id));
    }

    /**
     * Keeps what reading found, replacing what an earlier try found, and makes a document (RECEIVED) of each part; the
     * state stays READING until filing decides. Returns the ids of the parts, for their reading jobs. Repeating it with
     * the same result changes nothing.
     */
    public List<DocumentId> recordRead(DocumentId id, ReadResult result) {
        return transactions.execute(transaction -> readings.record(id, result));
    }

    /** To FAILED or NEEDS_PASSWORD with a reason as {@code key|arg|arg}. */
    public void refuse(DocumentId id, DocumentState state, String reason) {
        transactions.executeWithoutResult(transaction -> readings.refuse(id, state, reason));
    }

    /** To the inbox with its candidates, and why it waits as {@code key|arg|arg}. */
    public void toInbox(DocumentId id, List<Candidate> candidates, @Nullable String reason) {
        transactions.executeWithoutResult(transaction -> filings.toInbox(id, candidates, reason));
    }

    /** Filed by the program: into the candidate's case, all candidates kept. */
    public void fileAlone(DocumentId id, Candidate chosen, List<Candidate> all) {
        transactions.executeWithoutResult(transaction -> filings.fileAlone(id, chosen, all));
    }

    /** Files or re-files by a person; needs the right on both cases. {@code version} null: whatever it is now. */
    public Document file(DocumentId id, FilingOrder order, @Nullable Long version, Viewer by) {
        return transactions.execute(transaction -> {
            filings.file(id, order, version, by);
            return current(id);
        });
    }

    /** Back to RECEIVED; the caller schedules the job in the same transaction. Only FAILED, NEEDS_PASSWORD and INBOX. */
    public Document retry(DocumentId id, Viewer by) {
        return transactions.execute(transaction -> {
            filings.retry(id, by);
            return current(id);
        });
    }

    /** The document and case that hold the mail with one of these Message-IDs, filed ones only; newest first. */
    public List<Document> filedFromMessages(Collection<String> messageIds) {
        return lists.filedFromMessages(messageIds);
    }

    private Document current(DocumentId id) {
        return find(id).orElseThrow(() -> new NotFound("document"));
    }

    /** The actor under which the program's own changes stand in the journal. */
    public static Actor reading() {
        return Actor.program("reading");
    }
}
