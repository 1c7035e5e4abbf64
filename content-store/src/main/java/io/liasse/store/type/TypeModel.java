package io.liasse.store.type;

import io.liasse.store.type.TypeClues.Sighting;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the type of a document from how many documents of each type had the same clues: complement naive Bayes (Rennie and
 * others, Tackling the Poor Assumptions of Naive Bayes Text Classifiers, ICML 2003) over the presence of clues, each type
 * against all others, smoothed towards the share of all documents. A clue is weighed by how many documents had it and how
 * far that can be chance. Words known beforehand stand for a few documents of their type, so that the first document has a
 * proposal too. Knows no list of types of its own and keeps nothing. Thread-safe.
 */
public final class TypeModel {
    /** Key under which the number of all documents of a type is counted. */
    public static final String ALL = "";

    private static final double SMOOTHING = 1.5;
    private static final int TELLING = 60;

    /** Words of a text speak together, not each for itself: so many count as one independent observation. */
    private static final double TOGETHER = 4;

    /** What a clue counts that may be mere chance; many of them together still tell a form that was seen once. */
    private static final double LEAST_TELLING = 0.05;

    private static final double LEAST_OF_TITLE = 0.1;

    /** As many right proposals and one wrong are assumed of a type before anything was decided: then it is at most 0.8 sure. */
    private static final double BELIEVED = 4;

    private static final int MOST_WORDS = 4;
    private static final double WORTH_NAMING = 0.05;

    /** By key, number of documents of each type that had it; {@link #ALL} for those of a type in all. */
    public record Counts(Map<String, Map<String, Double>> byKey) {
        double of(String key, String type) {
            return byKey.getOrDefault(key, Map.of()).getOrDefault(type, 0.0);
        }
    }

    private TypeModel() {}

    /** The likeliest of these types; none when the document says nothing. */
    public static Optional<TypeProposal> propose(TypeClues clues, Counts learned, Collection<String> types) {
        if (!clues.readable() || types.isEmpty()) {
            return Optional.empty();
        }
        Weighing weighing = new Weighing(learned, types);
        Map<String, Map<String, Double>> weights = telling(clues, weighing);
        if (weights.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> scores = scores(weights, weighing, types);
        String best =
                types.stream().max(Comparator.comparingDouble(scores::get)).orElseThrow();
        double most = weighing.believable(best);
        return Optional.of(new TypeProposal(best, Math.min(most, share(best, scores)), words(best, weights, clues)));
    }

    /** For each clue that tells anything, what it adds to each type; the most telling ones. */
    private static Map<String, Map<String, Double>> telling(TypeClues clues, Weighing weighing) {
        Map<String, Map<String, Double>> all = new HashMap<>();
        clues.sightings().keySet().forEach(key -> weighing.of(key).ifPresent(weights -> all.put(key, weights)));
        Map<String, Map<String, Double>> most = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Map<String, Double>>>comparingDouble(
                                each -> -spread(each.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(TELLING)
                .forEach(each -> most.put(each.getKey(), each.getValue()));
        return most;
    }

    private static double spread(Map<String, Double> weights) {
        double most = weights.values().stream().mapToDouble(each -> each).max().orElse(0);
        double least = weights.values().stream().mapToDouble(each -> each).min().orElse(0);
        return most - least;
    }

    private static Map<String, Double> scores(
            Map<String, Map<String, Double>> weights, Weighing weighing, Collection<String> types) {
        double damping = Math.sqrt(1 + weights.size() / TOGETHER);
        Map<String, Double> scores = new HashMap<>();
        for (String type : types) {
            double sum = weights.values().stream()
                    .mapToDouble(each -> each.getOrDefault(type, 0.0))
                    .sum();
            scores.put(type, weighing.prior(type) + sum / damping);
        }
        return scores;
    }

    private static double share(String best, Map<String, Double> scores) {
        double top = scores.getOrDefault(best, 0.0);
        return 1
                / scores.values().stream()
                        .mapToDouble(each -> Math.exp(each - top))
                        .sum();
    }

    private static List<TypeProposal.Word> words(
            String type, Map<String, Map<String, Double>> weights, TypeClues clues) {
        Set<String> named = new HashSet<>();
        return weights.entrySet().stream()
                .filter(each -> each.getValue().getOrDefault(type, 0.0) > WORTH_NAMING)
                .sorted(Comparator.comparingDouble(each -> -each.getValue().getOrDefault(type, 0.0)))
                .map(each -> clues.sightings().getOrDefault(each.getKey(), new Sighting("", null)))
                .filter(each -> !each.word().isEmpty() && named.add(TypeClues.folded(each.word())))
                .limit(MOST_WORDS)
                .map(each -> new TypeProposal.Word(each.word(), each.page()))
                .toList();
    }

    /** Learned and known beforehand, together. */
    private static final class Weighing {
        private final Counts learned;
        private final Collection<String> types;
        private final Map<String, Double> documents = new HashMap<>();
        private final double all;

        Weighing(Counts learned, Collection<String> types) {
            this.learned = learned;
            this.types = types;
            for (String type : types) {
                documents.put(type, learned.of(ALL, type));
            }
            this.all = documents.values().stream().mapToDouble(each -> each).sum();
        }

        /** The most that its decisions so far allow to be sure of the type. */
        double believable(String type) {
            return (documents(type) + BELIEVED) / (documents(type) + BELIEVED + 1);
        }

        double prior(String type) {
            return Math.log((documents(type) + 1) / (all + types.size()));
        }

        private double documents(String type) {
            return documents.getOrDefault(type, 0.0);
        }

        /**
         * How much of the difference between types is more than chance, 0 to 1: the likelihood ratio of the counts beside what it
         * comes to when the documents that have the clue are spread over the types at random.
         */
        private double surprise(Map<String, Double> having, double known, double more) {
            double total = all + more * types.size();
            double told = 0;
            for (Map.Entry<String, Double> each : having.entrySet()) {
                if (each.getValue() > 0) {
                    double share = (documents(each.getKey()) + more + 0.5) / (total + 0.5 * types.size());
                    told += 2 * each.getValue() * Math.log(each.getValue() / known / share);
                }
            }
            double chance = types.size() - 1;
            if (known < types.size()) {
                chance = Math.max(chance, 2 * known * Math.log(types.size() / known));
            }
            return told <= 0 ? 0 : Math.max(0, 1 - chance / told);
        }

        /** None when no document had it. Of a word known beforehand, the few documents it stands for count in all types. */
        Optional<Map<String, Double>> of(String key) {
            Map<String, Double> having = new HashMap<>();
            boolean seeded = false;
            for (String type : types) {
                double beforehand = TypeSeeds.of(type).getOrDefault(key, 0.0);
                seeded |= beforehand > 0;
                having.put(type, learned.of(key, type) + beforehand);
            }
            double known = having.values().stream().mapToDouble(each -> each).sum();
            if (known <= 0) {
                return Optional.empty();
            }
            double more = seeded ? TypeSeeds.DOCUMENTS : 0;
            double total = all + more * types.size();
            double usual = (known + 0.5) / (total + types.size());
            double telling =
                    Math.max(key.startsWith("t:") ? LEAST_OF_TITLE : LEAST_TELLING, surprise(having, known, more));
            having.replaceAll((type, count) -> {
                double inside = (count + SMOOTHING * usual) / (documents(type) + more + SMOOTHING);
                double outside = (known - count + SMOOTHING * usual) / (total - documents(type) - more + SMOOTHING);
                return telling * Math.log(inside / outside);
            });
            return Optional.of(having);
        }
    }
}
