package io.liasse.bench;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Letters as a poor recognition gives them. */
final class StreamNoise {
    private static final Map<String, List<String>> CONFUSED = Map.ofEntries(
            Map.entry("rn", List.of("m")),
            Map.entry("m", List.of("rn", "nn")),
            Map.entry("l", List.of("1", "I")),
            Map.entry("1", List.of("l", "I")),
            Map.entry("0", List.of("O")),
            Map.entry("O", List.of("0")),
            Map.entry("5", List.of("S")),
            Map.entry("8", List.of("B")),
            Map.entry("e", List.of("c")),
            Map.entry("c", List.of("e")),
            Map.entry("ü", List.of("u", "ii")),
            Map.entry("ö", List.of("o")),
            Map.entry("é", List.of("e")),
            Map.entry("h", List.of("b")),
            Map.entry("t", List.of("f")),
            Map.entry("i", List.of("l", "")));

    private StreamNoise() {}

    /** Every confusable place is confused with this chance. */
    static String noisy(String text, double chance, Random random) {
        StringBuilder noisy = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            String two = text.substring(at, Math.min(at + 2, text.length()));
            String found = CONFUSED.containsKey(two) ? two : two.substring(0, 1);
            List<String> others = CONFUSED.get(found);
            if (others != null && random.nextDouble() < chance) {
                noisy.append(others.get(random.nextInt(others.size())));
                at += found.length();
            } else {
                noisy.append(text.charAt(at));
                at++;
            }
        }
        return noisy.toString();
    }

    /** Without accents, lower case. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
