package io.liasse.caseapi.documents;

import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.Document;
import io.liasse.store.document.Version;
import io.liasse.store.journal.JournalEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document with all that its page shows beside its content.
 *
 * @param caseFile it is filed in, null while it is not
 * @param reason why it failed or waits
 * @param parts that came out of it and the viewer may see
 * @param parent it came out of, if the viewer may see that
 * @param history newest first
 * @param pdf whether there is a searchable rendition to show
 * @param pictures how many pages have a picture
 * @param editable whether the viewer may file it
 */
record DocumentView(
        Document document,
        Facts facts,
        @Nullable CaseFile caseFile,
        @Nullable Reason reason,
        List<Proposal> proposals,
        List<FieldLine> fields,
        List<Document> parts,
        @Nullable Document parent,
        List<Version> versions,
        List<JournalEntry> history,
        boolean pdf,
        int pictures,
        boolean editable) {
    private static final int FIELDS_AT_ONCE = 10;

    DocumentView {
        proposals = List.copyOf(proposals);
        fields = List.copyOf(fields);
        parts = List.copyOf(parts);
        versions = List.copyOf(versions);
        history = List.copyOf(history);
    }

    /** The fields that are shown at once. */
    public List<FieldLine> firstFields() {
        return fields.subList(0, Math.min(fields.size(), FIELDS_AT_ONCE));
    }

    /** The others. */
    public List<FieldLine> moreFields() {
        return fields.subList(Math.min(fields.size(), FIELDS_AT_ONCE), fields.size());
    }

    /** Whether the program is still at it, so that the page has to wait for news. */
    public boolean underWay() {
        return !document.state().isFinal();
    }

    /** Whether it can be read once more. */
    public boolean retryable() {
        return switch (document.state()) {
            case INBOX, FAILED, NEEDS_PASSWORD -> editable;
            case RECEIVED, READING, FILED -> false;
        };
    }
}
