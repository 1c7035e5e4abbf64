package io.liasse.store.party;

import io.liasse.store.database.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.ColognePhonetic;

/**
 * Keys under which a name is found in a text: every two of its words, in any order, as they are written without accents,
 * and by their sound (Cologne phonetics) after what recognition confuses. A name of one word is its own key.
 */
public final class NameKeys {
    /** Rises when keys are made in another way; those of all parties are then made anew. */
    static final int VERSION = 1;

    private static final int MOST_WORDS = 6;
    private static final int SHORTEST_ALONE = 5;
    private static final int SHORTEST_SOUNDING = 4;
    private static final int REACH = 2;
    private static final int MOST_KEYS = 4_000;
    private static final double LEAST_SHARE = 0.4;
    private static final double LONGER = 0.3;
    private static final String SOUND = "~";
    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'’]+");
    private static final Set<String> TITLES = Set.of(
            "dr",
            "med",
            "prof",
            "lic",
            "dipl",
            "sa",
            "ag",
            "gmbh",
            "sarl",
            "sagl",
            "co",
            "cie",
            "ltd",
            "et",
            "und",
            "and",
            "e",
            "de",
            "di",
            "von",
            "van",
            "la",
            "le",
            "frau",
            "herr",
            "madame",
            "monsieur",
            "mme",
            "mr",
            "mrs",
            "ms",
            "signora",
            "signor");

    private NameKeys() {}

    /** Of the name of a party. */
    static Set<String> of(String name) {
        List<String> words = Arrays.stream(Words.of(name))
                .filter(word -> word.length() > 1 && !TITLES.contains(word))
                .limit(MOST_WORDS)
                .toList();
        Set<String> keys = new LinkedHashSet<>();
        if (words.size() == 1 && words.getFirst().length() >= SHORTEST_ALONE) {
            keys.add(words.getFirst());
        }
        for (int one = 0; one < words.size(); one++) {
            for (int other = one + 1; other < words.size(); other++) {
                add(words.get(one), words.get(other), keys);
            }
        }
        return keys;
    }

    /** Of all that may be a name in the text: words that begin with a capital, and those near them. */
    public static Set<String> in(String text) {
        Set<String> keys = new LinkedHashSet<>();
        for (String line : LINES.split(text)) {
            List<String> words = capitalised(line);
            for (int one = 0; one < words.size() && keys.size() < MOST_KEYS; one++) {
                if (words.get(one).length() >= SHORTEST_ALONE) {
                    keys.add(words.get(one));
                }
                for (int other = one + 1; other < Math.min(words.size(), one + 1 + REACH); other++) {
                    add(words.get(one), words.get(other), keys);
                }
            }
        }
        return keys;
    }

    private static List<String> capitalised(String line) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(line)) {
            boolean name =
                    word.length() > 1 && (Character.isUpperCase(word.charAt(0)) || Character.isDigit(word.charAt(0)));
            if (name) {
                Arrays.stream(Words.of(word))
                        .filter(each -> each.length() > 1 && !TITLES.contains(each))
                        .forEach(words::add);
            }
        }
        return words;
    }

    /**
     * How much of a name these keys are, 1 for the whole name of two words, more for longer ones that are there as a whole, less
     * for parts of it.
     */
    public static double share(String name, Collection<String> found) {
        List<String> written = of(name).stream().filter(key -> !isBySound(key)).toList();
        int bySound = of(name).size() - written.size();
        int all = found.stream().anyMatch(NameKeys::isBySound) ? bySound : written.size();
        double share = all == 0 ? 1 : Math.min(1, (double) found.size() / all);
        return share < 1 ? LEAST_SHARE + (1 - LEAST_SHARE) * share : 1 + LONGER * (Words.of(name).length - 2);
    }

    /** Whether the key is by sound only. */
    public static boolean isBySound(String key) {
        return key.startsWith(SOUND);
    }

    private static void add(String one, String other, Set<String> keys) {
        keys.add(sorted(one, other));
        String sound = sound(one);
        String otherSound = sound(other);
        if (!sound.isEmpty() && !otherSound.isEmpty()) {
            keys.add(SOUND + sorted(sound, otherSound));
        }
    }

    private static String sorted(String one, String other) {
        return one.compareTo(other) <= 0 ? one + " " + other : other + " " + one;
    }

    /** Empty for words too short to be told by their sound. */
    private static String sound(String word) {
        if (word.length() < SHORTEST_SOUNDING) {
            return "";
        }
        String likely = word.replace("rn", "m")
                .replace("ii", "u")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('5', 's')
                .replace('8', 'b');
        String code = new ColognePhonetic().colognePhonetic(likely);
        return code == null || code.length() < 2 ? "" : code;
    }
}
