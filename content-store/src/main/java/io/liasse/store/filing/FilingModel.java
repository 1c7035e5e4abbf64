package io.liasse.store.filing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The weights of evidence, as fitted last.
 *
 * @param version rises with each fit; 0 is what the program starts with
 * @param threshold from which probability documents are filed alone; null while too little is known for any
 * @param errorRate for which the threshold was measured; null when that is not known
 * @param decisions on how many decisions it was fitted
 */
public record FilingModel(
        int version,
        Map<String, Double> weights,
        @Nullable Double threshold,
        int decisions,
        Instant fittedAt,
        @Nullable Double errorRate) {
    public FilingModel {
        weights = Map.copyOf(weights);
    }
}
