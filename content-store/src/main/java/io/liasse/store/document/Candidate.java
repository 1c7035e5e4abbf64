package io.liasse.store.document;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import java.util.List;

/** A case proposed for a document. {@code score} is 0 to 1. */
public record Candidate(CaseId caseId, CaseReference reference, String title, double score, List<Evidence> evidence) {
    public Candidate {
        evidence = List.copyOf(evidence);
    }
}
