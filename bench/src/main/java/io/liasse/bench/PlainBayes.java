package io.liasse.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Multinomial naive Bayes over the words of a text with Laplace smoothing: what a type is told by without any knowledge. */
final class PlainBayes {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");

    private final Map<String, Map<String, Integer>> words = new HashMap<>();
    private final Map<String, Integer> papers = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    void learn(String type, String text) {
        papers.merge(type, 1, Integer::sum);
        for (String word : words(text)) {
            known.add(word);
            words.computeIfAbsent(type, none -> new HashMap<>()).merge(word, 1, Integer::sum);
        }
    }

    String tell(List<String> types, String text) {
        List<String> said = words(text);
        return types.stream()
                .max(Comparator.comparingDouble(type -> score(type, said)))
                .orElseThrow();
    }

    private double score(String type, List<String> said) {
        Map<String, Integer> counts = words.getOrDefault(type, Map.of());
        int all = counts.values().stream().mapToInt(each -> each).sum();
        double score = Math.log(papers.getOrDefault(type, 0) + 1.0);
        for (String word : said) {
            score += Math.log((counts.getOrDefault(word, 0) + 1.0) / (all + known.size() + 1.0));
        }
        return score;
    }

    private static List<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2)
                .toList();
    }
}
