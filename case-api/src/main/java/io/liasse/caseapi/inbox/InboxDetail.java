package io.liasse.caseapi.inbox;

import io.liasse.caseapi.documents.Facts;
import io.liasse.caseapi.documents.FieldLine;
import io.liasse.caseapi.documents.HintLine;
import io.liasse.caseapi.documents.Origin;
import io.liasse.caseapi.documents.Proposal;
import io.liasse.caseapi.documents.Reason;
import io.liasse.caseapi.documents.Twin;
import io.liasse.caseapi.documents.TypeGuess;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.InboxMark;
import io.liasse.store.document.Signature;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The chosen document with all that a decision needs.
 *
 * @param reason why it waits or failed
 * @param readValues what was read in the place of values that a person has set
 * @param boundaries where other documents may begin in it
 * @param origins of which pages of which documents it was made
 * @param hints what is wrong with its pages
 * @param mark who works on it, and to whom it was handed
 * @param guess the type it probably has, while it has none
 * @param twins documents that look the same
 * @param pictures how many of its pages have a picture to show here
 * @param openable whether the viewer may open its content
 * @param text beginning of its text, for documents without pictures
 */
record InboxDetail(
        Document document,
        Facts facts,
        @Nullable Reason reason,
        List<Proposal> proposals,
        List<FieldLine> fields,
        Map<String, String> readValues,
        List<BoundaryLine> boundaries,
        List<Origin> origins,
        List<Signature> signatures,
        List<HintLine> hints,
        InboxMark mark,
        @Nullable TypeGuess guess,
        List<Twin> twins,
        int pictures,
        boolean openable,
        @Nullable String text) {
    /** Pages shown beside the form; the viewer shows the rest. */
    static final int MOST_PICTURES = 20;

    InboxDetail {
        proposals = List.copyOf(proposals);
        fields = List.copyOf(fields);
        readValues = Map.copyOf(readValues);
        boundaries = List.copyOf(boundaries);
        origins = List.copyOf(origins);
        signatures = List.copyOf(signatures);
        hints = List.copyOf(hints);
        twins = List.copyOf(twins);
    }

    public boolean waits() {
        return switch (document.state()) {
            case INBOX, FAILED, NEEDS_PASSWORD, QUARANTINED -> true;
            case RECEIVED, READING, FILED, DIVIDED, NOT_OURS -> false;
        };
    }

    /** The type that the form shows. */
    public @Nullable String type() {
        return document.type() != null || guess == null ? document.type() : guess.type();
    }

    /** Whether it can be filed: not while it is in quarantine. */
    public boolean fileable() {
        return waits() && document.state() != DocumentState.QUARANTINED;
    }

    /** Whether it can be divided, or put together with another. */
    public boolean divisible() {
        return document.state() == DocumentState.INBOX && pictures > 0;
    }

    public boolean notOurs() {
        return document.state() == DocumentState.NOT_OURS;
    }

    public boolean boundaryAt(int page) {
        return boundaries.stream().anyMatch(each -> each.page() == page);
    }

    public boolean wantsPassword() {
        return document.state() == DocumentState.NEEDS_PASSWORD;
    }

    public boolean failed() {
        return document.state() == DocumentState.FAILED || document.state() == DocumentState.QUARANTINED;
    }

    public List<FieldLine> correctable() {
        return FieldLine.correctable(fields);
    }

    /** The values of which a code or the data of an invoice says one thing and its page another. */
    public List<FieldLine> disagreeing() {
        return FieldLine.disagreeing(fields);
    }

    /** What is wrong with the e-invoice by the rules of its format. */
    public List<FieldLine> invoiceProblems() {
        return fields.stream()
                .filter(each -> each.name().equals("invoice-problem") && Boolean.FALSE.equals(each.valid()))
                .toList();
    }

    /** The values that the form shows, where they stand on a page. */
    public List<FieldFrame> framedOn(int page) {
        return FieldFrame.on(page, correctable());
    }

    public List<Integer> shownPages() {
        return IntStream.rangeClosed(1, Math.min(pictures, MOST_PICTURES))
                .boxed()
                .toList();
    }
}
