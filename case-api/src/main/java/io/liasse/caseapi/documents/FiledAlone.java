package io.liasse.caseapi.documents;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Evidence;
import io.liasse.store.filing.FilingDecisions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the program filed by itself, with its reasons. Thread-safe. */
@Component
final class FiledAlone {
    private final Documents documents;
    private final FilingDecisions decisions;
    private final AccessPolicy policy;

    FiledAlone(Documents documents, FilingDecisions decisions, AccessPolicy policy) {
        this.documents = documents;
        this.decisions = decisions;
        this.policy = policy;
    }

    /**
     * One that the program filed.
     *
     * @param proposal the case it is in, and why; null where the viewer may not see that
     */
    record Line(
            Document document,
            FilingNote note,
            @Nullable Proposal proposal,
            List<Evidence> evidence,
            boolean editable) {
        Line {
            evidence = List.copyOf(evidence);
        }
    }

    Page<Line> page(Viewer viewer, PageRequest request) {
        return documents.filedAlone(viewer, request).map(document -> line(document, viewer));
    }

    private Line line(Document document, Viewer viewer) {
        Optional<Candidate> chosen = documents.candidates(document.id(), viewer).stream()
                .filter(each -> each.caseId().equals(document.caseId()))
                .findFirst();
        return new Line(
                document,
                FilingNote.of(decisions.of(document.id()).orElseThrow()),
                chosen.map(Proposal::of).orElse(null),
                chosen.map(Candidate::evidence).orElse(List.of()),
                policy.mayEdit(viewer, document.id()));
    }

    /** What the program made of the document; null where it has decided nothing. */
    @Nullable
    FilingNote note(DocumentId id) {
        return decisions.of(id).map(FilingNote::of).orElse(null);
    }

    Document takeBack(DocumentId id, @Nullable Long version, Viewer by) {
        return documents.takeBack(id, version, by);
    }
}
