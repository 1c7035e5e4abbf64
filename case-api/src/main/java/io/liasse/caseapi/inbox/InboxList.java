package io.liasse.caseapi.inbox;

import io.liasse.store.document.DocumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The waiting documents of one page, oldest first.
 *
 * @param total how many wait in all, counted to at most {@link #COUNTED}
 * @param cursor by which this page was asked for, null for the first
 * @param next cursor of the page after, null on the last
 */
record InboxList(
        List<InboxRow> rows,
        int total,
        @Nullable String cursor,
        @Nullable String next) {
    static final int COUNTED = 1000;

    InboxList {
        rows = List.copyOf(rows);
    }

    public boolean empty() {
        return rows.isEmpty();
    }

    public boolean uncounted() {
        return total >= COUNTED;
    }

    /** Where a document of this page is opened, with this page beside it. */
    public String at(DocumentId id) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/inbox").queryParam("document", id);
        if (cursor != null) {
            address.queryParam("cursor", cursor);
        }
        return address.encode().toUriString();
    }

    @Nullable
    DocumentId first() {
        return rows.isEmpty() ? null : rows.getFirst().id();
    }

    @Nullable
    DocumentId after(DocumentId id) {
        return beside(id, 1);
    }

    @Nullable
    DocumentId before(DocumentId id) {
        return beside(id, -1);
    }

    private @Nullable DocumentId beside(DocumentId id, int step) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).id().equals(id)) {
                int other = at + step;
                return other >= 0 && other < rows.size() ? rows.get(other).id() : null;
            }
        }
        return null;
    }
}
