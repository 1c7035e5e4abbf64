package io.liasse.store.journal;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.DocumentId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The one append-only record. Entries of a case form a hash chain. Append inside the transaction of the change it
 * records: both commit or neither. Thread-safe.
 */
@Component
public class Journal {
    public void append(NewEntry entry) {
        throw new UnsupportedOperationException();
    }

    /**
     * Up to {@code limit} entries after {@code position}, in order, leaving out those whose transaction is younger than
     * the oldest one still running, so that none that commits late is ever skipped.
     */
    public List<JournalEntry> after(JournalPosition position, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The position a reader that wants only what comes from now on starts at. */
    public JournalPosition now() {
        throw new UnsupportedOperationException();
    }

    /** Entries of one case, newest first, of the given actions (all when empty). */
    public Page<JournalEntry> ofCase(CaseId caseId, Set<Action> actions, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** Entries about one document, newest first. */
    public Page<JournalEntry> ofDocument(DocumentId document, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** The number of the first entry of the case whose hash does not follow from the one before; empty when all do. */
    public java.util.OptionalLong firstBreak(CaseId caseId) {
        throw new UnsupportedOperationException();
    }
}
