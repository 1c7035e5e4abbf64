package io.liasse.store.journal;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.DocumentId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal.
 *
 * @param position where a reader that has seen this entry goes on
 * @param caseNumber place in the chain of its case, from 1; null without a case
 * @param hash SHA-256 over the canonical form of the entry and the hash of the one before it in the case; null without
 *     a case
 */
public record JournalEntry(
        JournalPosition position,
        Instant at,
        Action action,
        Actor actor,
        @Nullable CaseId caseId,
        @Nullable DocumentId document,
        Map<String, String> details,
        @Nullable Long caseNumber,
        @Nullable String hash) {
    public JournalEntry {
        details = Map.copyOf(details);
    }
}
