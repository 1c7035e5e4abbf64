package io.liasse.caseapi.inbox;

import io.liasse.caseapi.documents.Facts;
import io.liasse.caseapi.documents.FieldLine;
import io.liasse.caseapi.documents.Proposal;
import io.liasse.caseapi.documents.Reason;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The chosen document with all that a decision needs.
 *
 * @param reason why it waits or failed
 * @param pictures how many of its pages have a picture to show here
 * @param text beginning of its text, for documents without pictures
 */
record InboxDetail(
        Document document,
        Facts facts,
        @Nullable Reason reason,
        List<Proposal> proposals,
        List<FieldLine> fields,
        int pictures,
        @Nullable String text) {
    /** Pages shown beside the form; the viewer shows the rest. */
    static final int MOST_PICTURES = 20;

    InboxDetail {
        proposals = List.copyOf(proposals);
        fields = List.copyOf(fields);
    }

    public boolean waits() {
        return switch (document.state()) {
            case INBOX, FAILED, NEEDS_PASSWORD -> true;
            case RECEIVED, READING, FILED -> false;
        };
    }

    public boolean wantsPassword() {
        return document.state() == DocumentState.NEEDS_PASSWORD;
    }

    public boolean failed() {
        return document.state() == DocumentState.FAILED;
    }

    public List<FieldLine> correctable() {
        return FieldLine.firstOfEach(fields);
    }

    /** The values that the form shows, where they stand on a page. */
    public List<FieldLine> framedOn(int page) {
        return correctable().stream().filter(each -> each.framed(page)).toList();
    }

    public List<Integer> shownPages() {
        return IntStream.rangeClosed(1, Math.min(pictures, MOST_PICTURES))
                .boxed()
                .toList();
    }
}
