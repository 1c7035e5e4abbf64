package io.liasse.store.filing;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.Evidence;
import java.util.List;
import java.util.Map;

/**
 * A case as it was weighed for a document.
 *
 * @param features how strongly each kind of evidence speaks, by its key
 * @param probability that the document belongs there
 */
public record Weighed(CaseId caseId, Map<String, Double> features, double probability, List<Evidence> evidence) {
    public Weighed {
        features = Map.copyOf(features);
        evidence = List.copyOf(evidence);
    }
}
