package io.liasse.store.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of types before anybody decided anything: words in four languages, read from {@code seeds.txt}. */
final class TypeSeeds {
    /** As many documents of a type with all of its words as the seeds stand for. */
    static final double DOCUMENTS = 8;

    private static final double WEAKER = 0.5;
    private static final int SHORTEST_END = 5;
    private static final Map<String, Map<String, Double>> BY_TYPE = read();

    /** What documents of a type call themselves, where it may be the end of a longer word. */
    static final Set<String> NAMES = BY_TYPE.values().stream()
            .flatMap(each -> each.keySet().stream())
            .filter(key -> key.startsWith("t:"))
            .map(key -> key.substring(2))
            .filter(name -> name.length() >= SHORTEST_END)
            .collect(Collectors.toUnmodifiableSet());

    private TypeSeeds() {}

    /** Number of documents by key; empty for a type of which nothing is known. */
    static Map<String, Double> of(String type) {
        return BY_TYPE.getOrDefault(type, Map.of());
    }

    private static Map<String, Map<String, Double>> read() {
        Map<String, Map<String, Double>> types = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(TypeSeeds.class.getResourceAsStream("seeds.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(line, types));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    private static void add(String line, Map<String, Map<String, Double>> types) {
        String[] sides = line.split(":", 2);
        boolean named = !sides[0].endsWith("+");
        Map<String, Double> words =
                types.computeIfAbsent(sides[0].replace("+", "").strip(), none -> new HashMap<>());
        Arrays.stream(sides[1].strip().split("\\s+")).forEach(word -> {
            if (word.startsWith("m:")) {
                words.put(word, DOCUMENTS);
            } else {
                words.merge("w:" + TypeClues.folded(word), named ? DOCUMENTS : DOCUMENTS * WEAKER, Math::max);
                if (named) {
                    words.put("t:" + TypeClues.folded(word), DOCUMENTS);
                }
            }
        });
    }
}
