package io.liasse.caseapi.inbox;

import io.liasse.store.document.DocumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The waiting documents of one page, oldest first.
 *
 * @param handed how many of them a colleague handed to the viewer
 * @param total how many wait in all, counted to at most {@link #COUNTED}
 * @param cursor by which this page was asked for, null for the first
 * @param next cursor of the page after, null on the last
 */
record InboxList(
        List<InboxRow> rows,
        InboxFilter filter,
        int total,
        int handed,
        @Nullable String cursor,
        @Nullable String next) {
    static final int COUNTED = 1000;

    InboxList {
        rows = List.copyOf(rows);
    }

    public List<InboxFilter> filters() {
        return List.of(InboxFilter.values());
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
        if (filter != InboxFilter.ALL) {
            address.queryParam("show", filter.key());
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
                return freeFrom(at + step, step);
            }
        }
        return null;
    }

    /** Those that a colleague is to decide on are passed over. */
    private @Nullable DocumentId freeFrom(int first, int step) {
        for (int at = first; at >= 0 && at < rows.size(); at += step) {
            if (!rows.get(at).mark().busy()) {
                return rows.get(at).id();
            }
        }
        return null;
    }

    /** Where in the whole list the document stands, from 1; 0 when that is not known. */
    public int placeOf(DocumentId id) {
        for (int at = 0; at < rows.size() && cursor == null; at++) {
            if (rows.get(at).id().equals(id)) {
                return at + 1;
            }
        }
        return 0;
    }
}
