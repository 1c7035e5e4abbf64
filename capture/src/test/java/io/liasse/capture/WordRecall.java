package io.liasse.capture;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The share of the words of a true text that a read text has too, as bags of lower-case words longer than one letter. */
public final class WordRecall {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

    private WordRecall() {}

    public static double of(String truth, String read) {
        Map<String, Integer> wanted = bag(truth);
        Map<String, Integer> had = bag(read);
        long all = wanted.values().stream().mapToInt(Integer::intValue).sum();
        long found = wanted.entrySet().stream()
                .mapToInt(word -> Math.min(word.getValue(), had.getOrDefault(word.getKey(), 0)))
                .sum();
        return all == 0 ? 1 : (double) found / all;
    }

    private static Map<String, Integer> bag(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('’', '\'')
                .replaceAll("[‐-―]", "-")
                .replaceAll("-[ \\t]*\\R\\s*", "")
                .toLowerCase(Locale.ROOT);
        Map<String, Integer> bag = new HashMap<>();
        Matcher words = WORD.matcher(plain);
        while (words.find()) {
            bag.merge(words.group(), 1, Integer::sum);
        }
        return bag;
    }
}
