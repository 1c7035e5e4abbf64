package io.liasse.caseapi.inbox;

import io.liasse.caseapi.documents.Facts;
import io.liasse.caseapi.documents.FieldLine;
import io.liasse.caseapi.documents.Proposal;
import io.liasse.caseapi.documents.Reason;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageText;
import io.liasse.store.document.RenditionKind;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the inbox shows to one viewer. Thread-safe. */
@Component
final class Inbox {
    private static final int ROWS = 30;
    private static final int TEXT = 6000;

    private final Documents documents;
    private final AccessPolicy policy;
    private final Clock clock;

    Inbox(Documents documents, AccessPolicy policy, Clock clock) {
        this.documents = documents;
        this.policy = policy;
        this.clock = clock;
    }

    InboxList list(@Nullable String cursor, Viewer viewer) {
        var page = documents.page(DocumentQuery.inbox(), viewer, new PageRequest(ROWS, cursor));
        List<InboxRow> rows = page.items().stream().map(this::row).toList();
        return new InboxList(rows, documents.countInbox(viewer, InboxList.COUNTED), cursor, page.next());
    }

    private InboxRow row(Document document) {
        return InboxRow.of(document, Age.between(document.receivedAt(), clock.instant()));
    }

    InboxDetail detail(DocumentId id, Viewer viewer) {
        Document document = documents.get(id, viewer);
        documents.opened(id, viewer);
        int pictures = pictures(document);
        return new InboxDetail(
                document,
                Facts.of(document),
                Reason.of(document.reason()).orElse(null),
                documents.candidates(id, viewer).stream().map(Proposal::of).toList(),
                documents.fields(id).stream().map(FieldLine::of).toList(),
                pictures,
                pictures == 0 ? text(id) : null);
    }

    private int pictures(Document document) {
        Integer pages = document.pages();
        boolean pictured =
                documents.rendition(document.id(), RenditionKind.PAGE, 1).isPresent();
        return pictured && pages != null ? pages : 0;
    }

    private @Nullable String text(DocumentId id) {
        return documents.pages(id).stream()
                .findFirst()
                .map(PageText::text)
                .map(text -> text.substring(0, Math.min(TEXT, text.length())))
                .orElse(null);
    }

    /** Whether the document still waits and the viewer may see it. */
    boolean waits(@Nullable DocumentId id, Viewer viewer) {
        return id != null
                && policy.maySee(viewer, id)
                && documents
                        .find(id)
                        .filter(each -> DocumentQuery.inbox().states().contains(each.state()))
                        .isPresent();
    }
}
