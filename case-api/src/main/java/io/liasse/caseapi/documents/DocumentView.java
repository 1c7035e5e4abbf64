package io.liasse.caseapi.documents;

import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Signature;
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
 * @param hints what is wrong with its pages
 * @param parent it came out of, if the viewer may see that
 * @param history newest first
 * @param pdf whether there is a searchable rendition to show
 * @param pictures how many pages have a picture
 * @param origins of which pages of which documents it was made
 * @param filing what the program made of it; null where it has decided nothing
 * @param guess the type it probably has, while it has none
 * @param twins documents that look the same
 * @param openable whether the viewer may open its content
 * @param made documents that were made of its pages and the viewer may see
 * @param edited whether its pages are shown otherwise than they came
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
        List<Signature> signatures,
        List<HintLine> hints,
        @Nullable Document parent,
        List<Version> versions,
        List<JournalEntry> history,
        boolean pdf,
        int pictures,
        List<Origin> origins,
        @Nullable FilingNote filing,
        @Nullable TypeGuess guess,
        List<Twin> twins,
        boolean openable,
        List<Document> made,
        boolean edited,
        boolean editable) {
    private static final int FIELDS_AT_ONCE = 10;

    DocumentView {
        proposals = List.copyOf(proposals);
        fields = List.copyOf(fields);
        parts = List.copyOf(parts);
        signatures = List.copyOf(signatures);
        hints = List.copyOf(hints);
        versions = List.copyOf(versions);
        history = List.copyOf(history);
        origins = List.copyOf(origins);
        made = List.copyOf(made);
        twins = List.copyOf(twins);
    }

    /** Whether it is locked away because of a virus. */
    public boolean quarantined() {
        return document.state() == DocumentState.QUARANTINED;
    }

    /** Whether it stands where the program filed it by itself. */
    public boolean filedAlone() {
        return document.state() == DocumentState.FILED && filing != null && filing.standing();
    }

    /** Why it stands in its case: the evidence of the day it was filed. */
    public List<Proposal.Clue> because() {
        return proposals.stream()
                .filter(each -> document.caseReference() != null
                        && each.reference().equals(document.caseReference().toString()))
                .findFirst()
                .map(Proposal::clues)
                .orElse(List.of());
    }

    /** The type that its form shows. */
    public @Nullable String type() {
        return document.type() != null || guess == null ? document.type() : guess.type();
    }

    /** Whether its pages are in other documents. */
    public boolean divided() {
        return document.state() == DocumentState.DIVIDED;
    }

    /** The values of which a code or the data of an invoice says one thing and its page another. */
    public List<FieldLine> disagreeing() {
        return FieldLine.disagreeing(fields);
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

    /** Whether its pages can be turned, moved, taken out or divided. */
    public boolean arrangeable() {
        boolean rests = document.state() == DocumentState.INBOX || document.state() == DocumentState.FILED;
        return editable && pdf && rests;
    }

    /** The number of the version that is shown. */
    public int present() {
        return versions.getLast().number();
    }

    /** Whether it can be read once more. */
    public boolean retryable() {
        return switch (document.state()) {
            case INBOX, FAILED, NEEDS_PASSWORD, QUARANTINED -> editable && !edited;
            case RECEIVED, READING, FILED, DIVIDED, NOT_OURS -> false;
        };
    }
}
