package io.liasse.routes.filing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each kind of evidence weighs. The probability of a case is that of a choice among all candidates and none of
 * them, in proportion to the exponential of the sum of what speaks for each (conditional logit), so that two candidates with
 * the same evidence share what there is. Immutable.
 */
final class Weights {
    /** What speaks for none of the candidates. */
    static final String NONE = "none";

    private static final double NONE_AT_FIRST = 2.5;
    private static final Double OTHER = 0.0;

    private final Map<String, Double> weights;

    Weights(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** What is held true before anything was learned. */
    static Weights atFirst() {
        Map<String, Double> weights = new HashMap<>();
        Arrays.stream(EvidenceKind.values()).forEach(kind -> weights.put(kind.key(), kind.weight()));
        weights.put(NONE, NONE_AT_FIRST);
        return new Weights(weights);
    }

    Map<String, Double> asMap() {
        return weights;
    }

    /** Of a kind that is newer than what was learned, what is held true at first. */
    double of(String feature) {
        Double learned = weights.get(feature);
        return learned != null
                ? learned
                : EvidenceKind.of(feature).map(EvidenceKind::weight).orElse(OTHER);
    }

    /** Of each candidate, in order; what is missing to one is the probability of none. */
    double[] probabilities(List<Map<String, Double>> candidates) {
        double[] scores = candidates.stream().mapToDouble(this::score).toArray();
        double highest = Math.max(of(NONE), Arrays.stream(scores).max().orElse(of(NONE)));
        double sum = Math.exp(of(NONE) - highest);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - highest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    private double score(Map<String, Double> features) {
        return features.entrySet().stream()
                .mapToDouble(each -> of(each.getKey()) * each.getValue())
                .sum();
    }
}
