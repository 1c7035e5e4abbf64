package io.liasse.store.database;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a name or title as they are compared: lower case, without accents, letters and digits only. Columns hold
 * them as {@code tsvector}, made by {@code array_to_tsvector}, so that a beginning of any word finds the row by an index.
 */
public final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 100;
    private static final int MOST = 50;

    private Words() {}

    /** For {@code array_to_tsvector(:words)}. */
    public static String[] of(String text) {
        return list(text).toArray(String[]::new);
    }

    /** For {@code words @@ cast(:words as tsquery)}: every word begins a word of the row; empty when there is none. */
    public static String beginnings(String text) {
        return list(text).stream().map(each -> "'" + each + "':*").collect(Collectors.joining(" & "));
    }

    private static List<String> list(String text) {
        return Arrays.stream(BETWEEN.split(folded(text)))
                .filter(each -> !each.isEmpty())
                .map(each -> each.length() > LONGEST ? each.substring(0, LONGEST) : each)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String folded(String text) {
        String lower = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    }
}
