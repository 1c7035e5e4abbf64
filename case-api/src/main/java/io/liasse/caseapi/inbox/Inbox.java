package io.liasse.caseapi.inbox;

import io.liasse.caseapi.documents.Facts;
import io.liasse.caseapi.documents.FieldTexts;
import io.liasse.caseapi.documents.HintLine;
import io.liasse.caseapi.documents.Origins;
import io.liasse.caseapi.documents.Proposal;
import io.liasse.caseapi.documents.Reason;
import io.liasse.caseapi.documents.Twin;
import io.liasse.caseapi.documents.TypeGuess;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.document.InboxMark;
import io.liasse.store.document.InboxWork;
import io.liasse.store.document.PageText;
import io.liasse.store.document.RenditionKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the inbox shows to one viewer. Thread-safe. */
@Component
final class Inbox {
    private static final int ROWS = 30;
    private static final int TEXT = 6000;

    private static final DocumentQuery NOT_OURS =
            new DocumentQuery(Set.of(DocumentState.NOT_OURS), null, null, DocumentQuery.Order.NEWEST_FIRST);

    private final Documents documents;
    private final InboxWork work;
    private final AccessPolicy policy;
    private final Clock clock;
    private final Origins origins;
    private final FieldTexts fieldTexts;

    Inbox(
            Documents documents,
            InboxWork work,
            AccessPolicy policy,
            Clock clock,
            Origins origins,
            FieldTexts fieldTexts) {
        this.documents = documents;
        this.work = work;
        this.policy = policy;
        this.clock = clock;
        this.origins = origins;
        this.fieldTexts = fieldTexts;
    }

    InboxList list(InboxFilter filter, @Nullable String cursor, Viewer viewer) {
        Page<Document> page = page(filter, new PageRequest(ROWS, cursor), viewer);
        Map<DocumentId, InboxMark> marks =
                work.marks(page.items().stream().map(Document::id).toList(), viewer);
        List<InboxRow> rows = page.items().stream()
                .map(each -> row(each, marks.getOrDefault(each.id(), InboxMark.NONE)))
                .toList();
        int total = documents.countInbox(viewer, InboxList.COUNTED);
        return new InboxList(rows, filter, total, work.countHandedTo(viewer), cursor, page.next());
    }

    private Page<Document> page(InboxFilter filter, PageRequest request, Viewer viewer) {
        return switch (filter) {
            case ALL -> documents.page(DocumentQuery.inbox(), viewer, request);
            case MINE -> work.handedTo(viewer, request);
            case NOT_OURS -> documents.page(NOT_OURS, viewer, request);
        };
    }

    private InboxRow row(Document document, InboxMark mark) {
        return InboxRow.of(document, Age.between(document.receivedAt(), clock.instant()), mark);
    }

    /** The first document of the list that no colleague works on, claimed for the viewer; else simply the first. */
    @Nullable
    DocumentId free(InboxList list, Viewer viewer) {
        return list.rows().stream()
                .filter(each -> !each.mark().busy())
                .map(InboxRow::id)
                .filter(each -> work.claim(each, viewer))
                .findFirst()
                .orElse(list.first());
    }

    /** Whether the next document has a picture that the page can fetch ahead. */
    boolean pictured(@Nullable DocumentId id) {
        return id != null && documents.rendition(id, RenditionKind.PAGE, 1).isPresent();
    }

    /** The next document to be shown: the wanted one, unless it no longer waits or a colleague has taken it meanwhile. */
    @Nullable
    DocumentId next(@Nullable DocumentId wanted, Viewer viewer) {
        return wanted != null && waits(wanted, viewer) && work.claim(wanted, viewer) ? wanted : null;
    }

    InboxDetail detail(DocumentId id, Viewer viewer) {
        Document document = documents.get(id, viewer);
        work.claim(id, viewer);
        documents.opened(id, viewer);
        int pictures = pictures(document);
        return new InboxDetail(
                document,
                Facts.of(document),
                Reason.of(document.reason()).orElse(null),
                documents.candidates(id, viewer).stream().map(Proposal::of).toList(),
                fieldTexts.lines(documents.fields(id)),
                work.readValues(id),
                documents.boundaries(id).stream()
                        .filter(each -> !each.dismissed())
                        .map(BoundaryLine::of)
                        .toList(),
                origins.of(id, viewer),
                documents.signatures(id),
                HintLine.of(documents.hints(id)),
                work.marks(List.of(id), viewer).getOrDefault(id, InboxMark.NONE),
                TypeGuess.of(documents.proposedType(document)),
                Twin.of(documents.duplicates(document, viewer)),
                pictures,
                policy.mayOpen(viewer, document),
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
