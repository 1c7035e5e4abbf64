package io.liasse.routes.filing;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.filing.FilingDecisions;
import io.liasse.store.filing.FilingDecisions.Decision;
import io.liasse.store.filing.Weighed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Learns from decisions whose outcome is known: the weights that make them likeliest, held near those of the start (a
 * Gaussian prior), and the threshold from which on few enough were wrong.
 */
final class Fitting {
    private static final int ROUNDS = 120;
    private static final double STEP = 0.4;

    /** How many decisions it takes to move a weight by about one. */
    private static final double PRIOR = 2;

    /** Standard deviations by which the true rate of errors may be above the one seen. */
    private static final double CAUTION = 1;

    private static final double LOWEST_THRESHOLD = 0.8;

    private final List<Decision> known;

    Fitting(List<Decision> known) {
        this.known = known.stream()
                .filter(decision -> !decision.candidates().isEmpty())
                .toList();
    }

    int decisions() {
        return known.size();
    }

    /** Gradient ascent on the likelihood with steps that shrink for each weight by itself (AdaGrad). */
    Weights weights() {
        Weights start = Weights.atFirst();
        Map<String, Double> weights = new HashMap<>(start.asMap());
        Map<String, Double> moved = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Weights present = new Weights(weights);
            Map<String, Double> gradient = new HashMap<>();
            known.forEach(decision -> add(decision, present, gradient));
            for (String feature : new TreeSet<>(weights.keySet())) {
                double slope = gradient.getOrDefault(feature, 0.0) - (present.of(feature) - start.of(feature)) / PRIOR;
                double all = moved.merge(feature, slope * slope, Double::sum);
                weights.put(feature, present.of(feature) + (all == 0 ? 0 : STEP * slope / Math.sqrt(all)));
            }
        }
        return new Weights(weights);
    }

    private static void add(Decision decision, Weights weights, Map<String, Double> gradient) {
        List<Map<String, Double>> candidates =
                decision.candidates().stream().map(Weighed::features).toList();
        double[] probabilities = weights.probabilities(candidates);
        CaseId right = decision.decided() == null && !decision.takenBack()
                ? decision.candidates().getFirst().caseId()
                : decision.decided();
        double none = 1;
        boolean among = false;
        for (int i = 0; i < probabilities.length; i++) {
            boolean chosen = decision.candidates().get(i).caseId().equals(right);
            double missing = (chosen ? 1 : 0) - probabilities[i];
            candidates.get(i).forEach((feature, strength) -> gradient.merge(feature, missing * strength, Double::sum));
            none -= probabilities[i];
            among |= chosen;
        }
        gradient.merge(Weights.NONE, (among ? 0 : 1) - none, Double::sum);
    }

    /**
     * The lowest probability from which on the share of wrong decisions, as it was given at the time, surely stays under the
     * rate; null while too little is known. What a reference, a thread or a person told does not count: it would hide the
     * errors of what is only weighed.
     */
    @Nullable
    Double threshold(double rate) {
        List<Decision> likeliest = known.stream()
                .filter(Fitting::isWeighed)
                .sorted(Comparator.comparingDouble(Decision::probability).reversed())
                .toList();
        Double threshold = null;
        int wrong = 0;
        for (int seen = 1; seen <= likeliest.size(); seen++) {
            Decision decision = likeliest.get(seen - 1);
            wrong += decision.right() ? 0 : 1;
            boolean last = seen == likeliest.size() || likeliest.get(seen).probability() < decision.probability();
            if (last && decision.probability() >= LOWEST_THRESHOLD && highest(wrong, seen) <= rate) {
                threshold = decision.probability();
            }
        }
        return threshold;
    }

    private static boolean isWeighed(Decision decision) {
        FilingDecisions.Grounds grounds = decision.grounds();
        return grounds == null || grounds.ground().told() == null;
    }

    /** Upper bound of a share (Wilson's interval). */
    private static double highest(int some, int all) {
        double share = (double) some / all;
        double square = CAUTION * CAUTION;
        double middle = share + square / (2 * all);
        double half = CAUTION * Math.sqrt(share * (1 - share) / all + square / (4.0 * all * all));
        return (middle + half) / (1 + square / all);
    }
}
