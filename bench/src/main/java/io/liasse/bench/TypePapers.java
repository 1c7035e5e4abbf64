package io.liasse.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Made papers whose type is known: letterhead, a heading in two of three, one to three sentences of the type, and two to
 * six lines of articles that say nothing of it; one letter of fifty misread.
 */
final class TypePapers {
    private static final String MISREAD = "abcdeiloruvn1lIO";

    /** A paper. */
    record Paper(String type, String language, String text) {}

    private record Kind(List<String> headings, List<String> sentences) {}

    private final Map<String, Map<String, Kind>> kinds = new LinkedHashMap<>();
    private final Map<String, List<String>> fillers;
    private final Random random;

    /** {@code fillers} are lines that say nothing of a type, by language. */
    TypePapers(Map<String, List<String>> fillers, long seed) {
        this.fillers = fillers;
        this.random = new Random(seed);
        read();
    }

    /** Beginnings of articles. */
    static Map<String, List<String>> fillers(Samples samples) {
        Map<String, List<String>> fillers = new HashMap<>();
        for (String language : List.of("fr", "de", "it", "en")) {
            fillers.put(
                    language,
                    samples.articles(language).stream()
                            .limit(2000)
                            .map(article -> article.substring(0, Math.min(article.length(), 120)))
                            .toList());
        }
        return fillers;
    }

    private void read() {
        try (InputStream file = Objects.requireNonNull(TypePapers.class.getResourceAsStream("type-papers.txt"))) {
            Kind kind = new Kind(List.of(), new ArrayList<>());
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (line.contains(" = ")) {
                    String[] sides = line.split(" = ", 2);
                    String[] named = sides[0].split(" ", 2);
                    kind = new Kind(List.of(sides[1].split("; ")), new ArrayList<>());
                    kinds.computeIfAbsent(named[0], none -> new HashMap<>()).put(named[1], kind);
                } else {
                    kind.sentences().add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> types() {
        return List.copyOf(kinds.keySet());
    }

    Paper next(String type) {
        String language = any(List.of("fr", "de", "it", "en"));
        StreamPhrases phrases = StreamPhrases.in(language);
        Kind kind =
                Objects.requireNonNull(Objects.requireNonNull(kinds.get(type)).get(language));
        List<String> lines = new ArrayList<>();
        lines.add(any(phrases.given()) + " " + any(phrases.families()));
        lines.add(any(phrases.streets()) + " " + (1 + random.nextInt(90)));
        lines.add(any(phrases.towns()));
        lines.add(random.nextInt(3) > 0 ? any(kind.headings()) : phrases.concerns());
        List<String> body = new ArrayList<>();
        for (int each = 1 + random.nextInt(3); each > 0; each--) {
            body.add(any(kind.sentences()));
        }
        for (int each = 2 + random.nextInt(5); each > 0; each--) {
            body.add(random.nextInt(body.size() + 1), any(fillers.getOrDefault(language, List.of())));
        }
        lines.addAll(body);
        return new Paper(type, language, misread(String.join("\n", lines)));
    }

    private String misread(String text) {
        StringBuilder read = new StringBuilder(text);
        for (int at = 0; at < read.length(); at++) {
            if (Character.isLetter(read.charAt(at)) && random.nextInt(50) == 0) {
                read.setCharAt(at, MISREAD.charAt(random.nextInt(MISREAD.length())));
            }
        }
        return read.toString();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
