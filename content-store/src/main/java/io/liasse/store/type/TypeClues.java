package io.liasse.store.type;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may tell the type of one document, by key: its words ({@code w:}), the words of short lines at its beginning ({@code
 * t:}), media type ({@code m:}), number of pages ({@code p:}) and domain of the sender ({@code s:}). At most {@value #MOST}
 * of them, whatever the size of the document. Words are folded: lower case, no accents; those of numbers are left out.
 *
 * @param sightings the first place of each, in the order of the document
 */
public record TypeClues(Map<String, Sighting> sightings) {
    /** Most keys of a document. */
    public static final int MOST = 400;

    /** Pages and letters of each that are looked at. */
    public static final int PAGES = 3;

    public static final int LETTERS = 12_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{3,30}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DOMAIN = Pattern.compile("@([A-Za-z0-9.-]{1,100})");
    private static final int HEAD_LINES = 25;
    private static final int TITLE_WORDS = 6;
    private static final int LONG = 8;

    /**
     * Where a clue was seen.
     *
     * @param word as people may read it; empty for what is no word of the document
     * @param page from 1, null when not on a page
     */
    public record Sighting(String word, @Nullable Integer page) {}

    public TypeClues {
        sightings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sightings));
    }

    /** Of a document with these texts of its first pages. */
    public static TypeClues of(List<String> pages, String mediaType, @Nullable Integer count, @Nullable String sender) {
        Map<String, Sighting> found = new LinkedHashMap<>();
        put(found, "m:" + mediaType, new Sighting("", null));
        if (count != null && count > 0) {
            put(found, "p:" + (count == 1 ? "1" : count < 4 ? "2-3" : "4-"), new Sighting("", null));
        }
        Matcher domain = DOMAIN.matcher(sender == null ? "" : sender);
        if (domain.find()) {
            put(found, "s:" + domain.group(1).toLowerCase(Locale.ROOT), new Sighting(domain.group(1), null));
        }
        if (!pages.isEmpty()) {
            title(pages.getFirst(), found);
        }
        for (int page = 1; page <= Math.min(PAGES, pages.size()); page++) {
            int number = page;
            words(shortened(pages.get(page - 1)), word -> {
                Sighting sighting = new Sighting(word, number);
                String folded = folded(word);
                put(found, "w:" + folded, sighting);
                end(folded).forEach(end -> put(found, "w:" + end, sighting));
            });
        }
        return new TypeClues(found);
    }

    /** Whether there is any word at all. */
    public boolean readable() {
        return sightings.keySet().stream().anyMatch(key -> key.startsWith("w:"));
    }

    private static void title(String page, Map<String, Sighting> found) {
        shortened(page)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(HEAD_LINES)
                .filter(line -> line.strip().split("\\s+").length <= TITLE_WORDS)
                .forEach(line -> words(line, word -> {
                    put(found, "t:" + folded(word), new Sighting(word, 1));
                    end(folded(word)).forEach(end -> put(found, "t:" + end, new Sighting(word, 1)));
                }));
    }

    /** The known word in which a compound ends: Arztrechnung is a Rechnung. */
    private static Set<String> end(String folded) {
        if (folded.length() < LONG) {
            return Set.of();
        }
        return TypeSeeds.NAMES.stream()
                .filter(name -> name.length() < folded.length() && folded.endsWith(name))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static void put(Map<String, Sighting> found, String key, Sighting sighting) {
        if (found.size() < MOST) {
            found.putIfAbsent(key, sighting);
        }
    }

    private static void words(String text, Consumer<String> each) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            each.accept(words.group());
        }
    }

    private static String shortened(String text) {
        return text.length() <= LETTERS ? text : text.substring(0, LETTERS);
    }

    /** Lower case, without accents, ß as ss. */
    static String folded(String word) {
        String plain = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace("ß", "ss");
        return MARKS.matcher(plain).replaceAll("");
    }
}
