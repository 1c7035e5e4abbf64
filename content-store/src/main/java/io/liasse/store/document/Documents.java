package io.liasse.store.document;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.item.Items;
import io.liasse.store.item.NewItem;
import io.liasse.store.journal.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The documents. Whatever takes a viewer applies {@code AccessPolicy}: what the viewer may not see is absent from lists
 * and {@code NotFound} by id. Methods without a viewer are for the program's own work. Every change appends to the
 * journal in the same transaction. Thread-safe.
 */
@Component
public class Documents {
    /**
     * Writes item, document (RECEIVED) and journal entries; joins the running transaction. A source key already taken,
     * also by a transaction that commits at the same moment, gives the earlier receipt, marked repeated.
     */
    public Items.Receipt receive(NewItem item, Wishes wishes) {
        throw new UnsupportedOperationException();
    }

    public Document get(DocumentId id, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    public Optional<Document> find(DocumentId id) {
        throw new UnsupportedOperationException();
    }

    public Map<DocumentId, Document> findAll(Collection<DocumentId> ids) {
        throw new UnsupportedOperationException();
    }

    public Page<Document> page(DocumentQuery query, Viewer viewer, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** How many documents wait for a person and are visible to the viewer, counted to at most {@code limit}. */
    public int countInbox(Viewer viewer, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many documents are being read or wait to be (RECEIVED, READING), over all. */
    public int countUnderWay() {
        throw new UnsupportedOperationException();
    }

    /** Number of documents of a case. */
    public int countOf(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** Documents received per channel and day of the last {@code days} days, oldest day first. */
    public List<ReceivedPerDay> receivedPerDay(int days) {
        throw new UnsupportedOperationException();
    }

    /** A count of documents received on one day by one channel. */
    public record ReceivedPerDay(java.time.LocalDate day, io.liasse.store.item.Channel channel, int count) {}

    /** Notes that the viewer opened the content; at most once an hour for the same viewer. */
    public void opened(DocumentId id, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    public List<Field> fields(DocumentId id) {
        throw new UnsupportedOperationException();
    }

    /** Candidates that the viewer may see (or file into), best first. */
    public List<Candidate> candidates(DocumentId id, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    /** Documents that came out of this one, in order. */
    public List<Document> parts(DocumentId id) {
        throw new UnsupportedOperationException();
    }

    public List<Version> versions(DocumentId id) {
        throw new UnsupportedOperationException();
    }

    /** Texts of pages, in order. */
    public List<PageText> pages(DocumentId id) {
        throw new UnsupportedOperationException();
    }

    /** {@code page} from 1 for PAGE, 0 for other kinds. */
    public Optional<Rendition> rendition(DocumentId id, RenditionKind kind, int page) {
        throw new UnsupportedOperationException();
    }

    /** RECEIVED to READING; false when the document is past reading, so that a repeated job does nothing. */
    public boolean startReading(DocumentId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps what reading found, replacing what an earlier try found, and makes a document (RECEIVED) of each part; the
     * state stays READING until filing decides. Returns the ids of the parts, for their reading jobs. Repeating it with
     * the same result changes nothing.
     */
    public List<DocumentId> recordRead(DocumentId id, ReadResult result) {
        throw new UnsupportedOperationException();
    }

    /** To FAILED or NEEDS_PASSWORD with a reason as {@code key|arg|arg}. */
    public void refuse(DocumentId id, DocumentState state, String reason) {
        throw new UnsupportedOperationException();
    }

    /** To the inbox with its candidates, and why it waits as {@code key|arg|arg}. */
    public void toInbox(DocumentId id, List<Candidate> candidates, @Nullable String reason) {
        throw new UnsupportedOperationException();
    }

    /** Filed by the program: into the candidate's case, all candidates kept. */
    public void fileAlone(DocumentId id, Candidate chosen, List<Candidate> all) {
        throw new UnsupportedOperationException();
    }

    /** Files or re-files by a person; needs the right on both cases. {@code version} null: whatever it is now. */
    public Document file(DocumentId id, FilingOrder order, @Nullable Long version, Viewer by) {
        throw new UnsupportedOperationException();
    }

    /** Back to RECEIVED; the caller schedules the job in the same transaction. Only FAILED, NEEDS_PASSWORD and INBOX. */
    public Document retry(DocumentId id, Viewer by) {
        throw new UnsupportedOperationException();
    }

    /** The document and case that hold the mail with one of these Message-IDs, filed ones only; newest first. */
    public List<Document> filedFromMessages(Collection<String> messageIds) {
        throw new UnsupportedOperationException();
    }

    /** The actor under which the program's own changes stand in the journal. */
    public static Actor reading() {
        return Actor.program("reading");
    }
}
