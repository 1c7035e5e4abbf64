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
import io.liasse.store.document.PageEdits;
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
    private final Origins origins;
    private final PageEdits edits;
    private final FieldTexts fieldTexts;
    private final FiledAlone filed;

    DocumentViews(
            Documents documents,
            CaseFiles cases,
            AccessPolicy policy,
            Journal journal,
            Origins origins,
            PageEdits edits,
            FieldTexts fieldTexts,
            FiledAlone filed) {
        this.documents = documents;
        this.cases = cases;
        this.policy = policy;
        this.journal = journal;
        this.origins = origins;
        this.edits = edits;
        this.fieldTexts = fieldTexts;
        this.filed = filed;
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
                fieldTexts.lines(documents.fields(id)),
                visible(documents.parts(id), viewer),
                documents.signatures(id),
                HintLine.of(documents.hints(id)),
                parentOf(document, viewer),
                documents.versions(id),
                journal.ofDocument(id, LATEST).items(),
                documents.rendition(id, RenditionKind.PDF, 0).isPresent(),
                pictures(document),
                origins.of(id, viewer),
                filed.note(id),
                TypeGuess.of(documents.proposedType(document)),
                Twin.of(documents.duplicates(document, viewer)),
                policy.mayOpen(viewer, document),
                edits.madeOf(id, viewer),
                edits.edited(id),
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
