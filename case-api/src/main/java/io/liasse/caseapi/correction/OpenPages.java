package io.liasse.caseapi.correction;

import io.liasse.store.NotAllowed;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Corrections;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageWording;
import org.springframework.stereotype.Component;

/** Pages as they are opened by somebody, which the journal notes. Thread-safe. */
@Component
final class OpenPages {
    private final Documents documents;
    private final Corrections corrections;
    private final AccessPolicy policy;

    OpenPages(Documents documents, Corrections corrections, AccessPolicy policy) {
        this.documents = documents;
        this.corrections = corrections;
        this.policy = policy;
    }

    private Document document(DocumentId id, Viewer viewer) {
        Document document = documents.get(id, viewer);
        if (!policy.mayOpen(viewer, document)) {
            throw new NotAllowed("open a document in quarantine");
        }
        return document;
    }

    /** One whose text the viewer may correct. */
    Document editable(DocumentId id, Viewer viewer) {
        Document document = document(id, viewer);
        if (!policy.mayEdit(viewer, id)) {
            throw new NotAllowed("correct the text");
        }
        return document;
    }

    PageWording page(DocumentId id, int page, Viewer viewer) {
        document(id, viewer);
        documents.opened(id, viewer);
        return corrections.page(id, page, viewer);
    }
}
