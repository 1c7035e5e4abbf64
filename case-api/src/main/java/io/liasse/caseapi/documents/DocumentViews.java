package io.liasse.caseapi.documents;

import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.journal.Journal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a document shows to one viewer, and nothing the viewer may not know. Thread-safe. */
@Component
final class DocumentViews {
    private static final PageRequest LATEST = PageRequest.first(30);

    private final Documents documents;
    private final CaseFiles cases;
    private final AccessPolicy policy;
    private final Journal journal;

    DocumentViews(Documents documents, CaseFiles cases, AccessPolicy policy, Journal journal) {
        this.documents = documents;
        this.cases = cases;
        this.policy = policy;
        this.journal = journal;
    }

    DocumentView of(DocumentId id, Viewer viewer) {
        Document document = documents.get(id, viewer);
        documents.opened(id, viewer);
        return new DocumentView(
                document,
                Facts.of(document),
                caseOf(document, viewer),
                Reason.of(document.reason()).orElse(null),
                documents.candidates(id, viewer).stream().map(Proposal::of).toList(),
                documents.fields(id).stream().map(FieldLine::of).toList(),
                visible(documents.parts(id), viewer),
                parentOf(document, viewer),
                documents.versions(id),
                journal.ofDocument(id, LATEST).items(),
                documents.rendition(id, RenditionKind.PDF, 0).isPresent(),
                pictures(document),
                policy.mayEdit(viewer, id));
    }

    private @Nullable CaseFile caseOf(Document document, Viewer viewer) {
        CaseId caseId = document.caseId();
        return caseId == null || policy.rightOn(viewer, caseId).isEmpty() ? null : cases.get(caseId, viewer);
    }

    private List<Document> visible(List<Document> parts, Viewer viewer) {
        return parts.stream().filter(each -> policy.maySee(viewer, each.id())).toList();
    }

    private @Nullable Document parentOf(Document document, Viewer viewer) {
        DocumentId parent = document.parent();
        return parent != null && policy.maySee(viewer, parent) ? documents.get(parent, viewer) : null;
    }

    private int pictures(Document document) {
        Integer pages = document.pages();
        boolean pictured =
                documents.rendition(document.id(), RenditionKind.PAGE, 1).isPresent();
        return pictured && pages != null ? pages : 0;
    }
}
