package io.liasse.caseapi.documents;

import io.liasse.store.filing.FilingDecisions.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the program made of a document, and how sure it was.
 *
 * @param alone whether it filed the document itself
 * @param confirmed whether a person has decided since
 * @param probability of the best case, as it was held that day
 * @param threshold of that day, from which it filed alone by weighing; null when there was none
 * @param model version of the weights of that day
 */
record FilingNote(
        Instant at,
        boolean alone,
        boolean confirmed,
        double probability,
        @Nullable Double threshold,
        int model) {
    static FilingNote of(Decision decision) {
        return new FilingNote(
                decision.at(),
                decision.alone(),
                decision.decided() != null || decision.takenBack(),
                decision.probability(),
                decision.threshold(),
                decision.model());
    }

    /** Whether the document stands where the program put it. */
    public boolean standing() {
        return alone && !confirmed;
    }

    public int percent() {
        return (int) Math.floor(probability * 100);
    }
}
