package io.liasse.caseapi.cases;

import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import java.util.List;
import org.springframework.stereotype.Component;

/** The filed documents of a case that a form offers to be named, the latest first. Thread-safe. */
@Component
public class OfferedDocuments {
    private static final PageRequest LATEST = PageRequest.first(50);

    private final Documents documents;

    OfferedDocuments(Documents documents) {
        this.documents = documents;
    }

    public List<Document> of(CaseId caseId, Viewer viewer) {
        return documents.page(DocumentQuery.of(caseId), viewer, LATEST).items().stream()
                .filter(each -> each.state() == DocumentState.FILED)
                .toList();
    }
}
