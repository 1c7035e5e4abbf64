package io.liasse.caseapi.documents;

import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.SourcePage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where documents made of pages of others come from, as far as a viewer may see that. Thread-safe. */
@Component
public final class Origins {
    private final Documents documents;
    private final AccessPolicy policy;

    Origins(Documents documents, AccessPolicy policy) {
        this.documents = documents;
        this.policy = policy;
    }

    /** None for what was received as it is. */
    public List<Origin> of(DocumentId id, Viewer viewer) {
        List<SourcePage> sources = documents.sources(id);
        return sources.stream()
                .map(SourcePage::source)
                .distinct()
                .filter(source -> policy.maySee(viewer, source))
                .map(source -> new Origin(source, documents.get(source, viewer).title(), Origin.pages(source, sources)))
                .toList();
    }
}
