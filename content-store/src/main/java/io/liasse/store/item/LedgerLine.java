package io.liasse.store.item;

import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger as one viewer sees it. Of a line that is not told, nothing but time, channel, size and state is for
 * the viewer.
 *
 * @param told whether the viewer sent it or sees one of its documents
 * @param documents the first of those the viewer may see
 * @param visible how many the viewer may see
 * @param settledAt when the last of its documents was filed, once all are
 */
public record LedgerLine(
        Item item,
        boolean told,
        List<Part> documents,
        int visible,
        @Nullable Instant settledAt) {
    /** A document that the viewer may see, and the case it is in. */
    public record Part(
            DocumentId id,
            String title,
            DocumentState state,
            @Nullable String reason,
            @Nullable CaseReference caseReference) {}

    public LedgerLine {
        documents = List.copyOf(documents);
    }
}
