package io.liasse.store.document;

import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.item.Channel;
import io.liasse.store.item.ItemId;
import io.liasse.store.item.Items;
import io.liasse.store.item.NewItem;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.LastLooks;
import io.liasse.store.journal.NewEntry;
import io.liasse.store.type.TypeProposal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Divisions divisions;
    private final PageHints hints;
    private final LearnedTypes learned;

    Documents(
            JdbcClient sql,
            TransactionOperations transactions,
            AccessPolicy policy,
            Items items,
            DocumentTypes types,
            Journal journal,
            LastLooks looks,
            ReleasedObjects released,
            Clock clock) {
        this.transactions = transactions;
        this.looks = looks;
        this.lists = new DocumentLists(sql, policy, clock);
        this.contents = new DocumentContents(sql, policy);
        this.reception = new Reception(sql, items, types, journal, released, clock);
        this.readings = new Readings(sql, contents, journal, released, clock);
        this.learned = new LearnedTypes(sql, types);
        this.filings = new Filings(sql, policy, types, contents, learned, journal, clock);
        this.divisions = new Divisions(sql, policy, types, journal, released, clock);
        this.hints = new PageHints(sql, policy, journal);
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

    /** Other documents that look the same and the viewer may see: at most ten, same bytes before near ones. */
    public List<Duplicate> duplicates(Document document, Viewer viewer) {
        return contents.duplicates(document, viewer);
    }

    /** The type that a document without one probably has, by all that people decided so far. */
    public Optional<TypeProposal> proposedType(Document document) {
        return learned.propose(document);
    }

    /** Documents that came out of this one, in order. For the program's own work; a screen names its viewer. */
    public List<Document> parts(DocumentId id) {
        return lists.parts(id);
    }

    /** The parts of this one that the viewer may see, in order; some may be in other cases. */
    public List<Document> parts(DocumentId id, Viewer viewer) {
        return lists.parts(id, viewer);
    }

    /** The documents of one item that the viewer may see, in the order they were made; at most {@code limit}. */
    public List<Document> ofItem(ItemId item, Viewer viewer, int limit) {
        return lists.ofItem(item, viewer, limit);
    }

    /** Those of these documents that the viewer may see. */
    public List<Document> visible(Collection<DocumentId> ids, Viewer viewer) {
        return lists.visible(ids, viewer);
    }

    public List<Version> versions(DocumentId id) {
        return contents.versions(id);
    }

    /** The signatures that the original bears, in order. */
    public List<Signature> signatures(DocumentId id) {
        return contents.signatures(id);
    }

    /** Texts of pages, in order. */
    public List<PageText> pages(DocumentId id) {
        return contents.pages(id);
    }

    /** {@code page} from 1 for PAGE, 0 for other kinds. */
    public Optional<Rendition> rendition(DocumentId id, RenditionKind kind, int page) {
        return contents.rendition(id, kind, page);
    }

    public List<Rendition> renditions(DocumentId id) {
        return contents.renditions(id);
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

    /** Says why reading has to wait, as {@code key|arg|arg}, while it is READING; whatever comes next takes it back. */
    public void waitsFor(DocumentId id, String reason) {
        transactions.executeWithoutResult(transaction -> readings.waitsFor(id, reason));
    }

    /**
     * To FAILED, NEEDS_PASSWORD or QUARANTINED with a reason as {@code key|arg|arg}. In quarantine nothing is left of what
     * an earlier reading found.
     */
    public void refuse(DocumentId id, DocumentState state, String reason) {
        transactions.executeWithoutResult(transaction -> readings.refuse(id, state, reason));
    }

    /** The type that is known of a document: given with it, or told from its text so surely that filing sets it. */
    public Optional<String> knownType(Document document) {
        return Optional.ofNullable(filings.knownType(document));
    }

    /** Sets the type that a rule gives to a document of which none is known. */
    public void typeByRule(DocumentId id, String type, String rule) {
        transactions.executeWithoutResult(transaction -> filings.typeByRule(id, type, rule));
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

    /** Out of its case into the inbox, with the cases that had been proposed. Only FILED, and only out of open cases; {@code version} as known, or null. */
    public Document takeBack(DocumentId id, @Nullable Long version, Viewer by) {
        return transactions.execute(transaction -> {
            filings.takeBack(id, version, by);
            return current(id);
        });
    }

    /** What the program filed itself and nobody has filed again, newest first. */
    public Page<Document> filedAlone(Viewer viewer, PageRequest page) {
        return lists.filedAlone(viewer, page);
    }

    /** Back to RECEIVED; the caller schedules the job in the same transaction. Only FAILED, NEEDS_PASSWORD and INBOX. */
    public Document retry(DocumentId id, Viewer by) {
        return transactions.execute(transaction -> {
            filings.retry(id, by);
            return current(id);
        });
    }

    /**
     * Makes documents (READING) of pages of documents that are READING, which become DIVIDED. Returns the new ones in their
     * order, in the case of the sources; the caller records what is known of them and files them in the same transaction
     * ({@link #fileMade} those in a case). Nothing when the sources are past reading.
     */
    public List<Document> divide(Collection<DocumentId> sources, List<NewSection> sections) {
        return transactions.execute(transaction ->
                divisions.divide(sources, sections).stream().map(this::current).toList());
    }

    /** Documents made of filed ones, with all that is known of them, where these are filed. Teaches filing nothing. */
    public void fileMade(List<DocumentId> made) {
        transactions.executeWithoutResult(transaction -> divisions.file(made));
    }

    /**
     * Documents of the inbox, or of one open case, back to RECEIVED, to be divided or put together by a job of the same
     * transaction.
     */
    public List<Document> orderDivision(List<DocumentId> ids, @Nullable Long version, Viewer by) {
        return orderDivision(ids, "backs", version, by);
    }

    /** The same; {@code named} is what the request calls all but the first. */
    public List<Document> orderDivision(List<DocumentId> ids, String named, @Nullable Long version, Viewer by) {
        return transactions.execute(transaction -> {
            divisions.order(ids, named, version, by);
            return ids.stream().map(this::current).toList();
        });
    }

    /**
     * Back to what it was before it was divided: it waits in the inbox or is filed, and the documents made of its pages are
     * gone. Only while all of these still wait, or are in the open case as they were made. Returns all that are whole again.
     */
    public Set<DocumentId> undoDivision(DocumentId id, Viewer by) {
        return transactions.execute(transaction -> divisions.undo(id, by));
    }

    /** Of which pages of which documents it was made, in the order of its pages; none for what was received itself. */
    public List<SourcePage> sources(DocumentId id) {
        return divisions.sources(id);
    }

    /** Keeps where other documents may begin in this one, except for what a person dismissed before. */
    public void propose(DocumentId id, List<Boundary> boundaries) {
        transactions.executeWithoutResult(transaction -> divisions.propose(id, boundaries));
    }

    /** Where other documents may begin, by page. */
    public List<Boundary> boundaries(DocumentId id) {
        return divisions.boundaries(id);
    }

    /** Says that no other document begins on the page, or takes that back. */
    public void dismissBoundary(DocumentId id, int page, boolean dismissed, Viewer by) {
        transactions.executeWithoutResult(transaction -> divisions.dismiss(id, page, dismissed, by));
    }

    /** What is wrong with scanned pages, and with the stack (page 0), dismissed ones too; by page. */
    public List<PageHint> hints(DocumentId id) {
        return hints.of(id);
    }

    /** Keeps what a glance at some pages told; nothing once the document is read. */
    public void keepGlance(DocumentId id, List<PageHint> found) {
        transactions.executeWithoutResult(transaction -> hints.glanced(id, found));
    }

    /** Keeps what reading told of these pages (0: of the stack), in place of what a glance told of them. */
    public void keepHints(DocumentId id, Collection<Integer> pages, List<PageHint> found) {
        transactions.executeWithoutResult(transaction -> hints.read(id, pages, found));
    }

    /** Takes over what is wrong with the pages that the document was made of, and what people set there. */
    public void inherit(DocumentId id) {
        transactions.executeWithoutResult(transaction -> {
            hints.inherit(id);
            contents.inheritSet(id);
        });
    }

    /** Says that a page is fine as it is, or takes that back. */
    public void dismissHint(DocumentId id, PageHint hint, boolean dismissed, Viewer by) {
        transactions.executeWithoutResult(transaction -> hints.dismiss(id, hint, dismissed, by));
    }

    /** The document that holds the archive number. */
    public Optional<DocumentId> holderOf(long archiveNumber) {
        return contents.holderOf(archiveNumber);
    }

    /** The document and case that hold the mail with one of these Message-IDs, filed ones only; newest first. */
    public List<Document> filedFromMessages(Collection<String> messageIds) {
        return lists.filedFromMessages(messageIds);
    }

    DocumentContents contents() {
        return contents;
    }

    private Document current(DocumentId id) {
        return find(id).orElseThrow(() -> new NotFound("document"));
    }

    /** The actor under which the program's own changes stand in the journal. */
    public static Actor reading() {
        return Actor.program("reading");
    }
}
