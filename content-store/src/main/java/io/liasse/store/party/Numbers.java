package io.liasse.store.party;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers and addresses in a text, as they are compared: letters and digits only, upper case, with the letters that
 * recognition takes for digits as these digits, so that {@code K48O-29l3} and {@code K480-2913} are the same.
 */
public final class Numbers {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 34;
    private static final int FEWEST_DIGITS = 4;
    private static final int MOST = 500;
    private static final int MOST_GROUPS = 6;
    private static final int SHORTEST_JOINED = 7;
    private static final String LETTERS = "OQILJSBZ";
    private static final String DIGITS = "00111582";

    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}./'’_\\-]{0,60}");
    private static final Pattern GROUPS =
            Pattern.compile("(?<![\\p{L}\\p{N}.,])\\d{1,6}(?: \\d{1,6}){1,5}(?![\\p{L}\\p{N}])");
    private static final Pattern DATE =
            Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,3}(?:['’.]?\\d{3})*(?:[.,]\\d{2}|[.,]-+)");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]");

    private Numbers() {}

    /** The form that is compared; the column {@code party_identifier.folded} is made the same way. */
    public static String fold(String normalised) {
        String upper = normalised.toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i++) {
            int at = LETTERS.indexOf(upper.charAt(i));
            folded.append(at < 0 ? upper.charAt(i) : DIGITS.charAt(at));
        }
        return folded.toString();
    }

    /** A number as people write it, folded. */
    public static String folded(String written) {
        return fold(OTHER.matcher(written).replaceAll(""));
    }

    /** All that may be a number by which something is known, and e-mail addresses, folded; at most 500. */
    public static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher addresses = ADDRESS.matcher(text);
        while (addresses.find() && found.size() < MOST) {
            found.add(fold(addresses.group()));
        }
        Matcher groups = GROUPS.matcher(text);
        while (groups.find() && found.size() < MOST) {
            joined(groups.group().split(" "), found);
        }
        Matcher words = WORD.matcher(text);
        while (words.find() && found.size() < MOST) {
            String word = words.group().replaceAll("[./'’_\\-]+$", "");
            if (isNumber(word)) {
                found.add(folded(word));
            }
        }
        return found;
    }

    private static boolean isNumber(String word) {
        String letters = OTHER.matcher(word).replaceAll("");
        if (letters.length() < SHORTEST || letters.length() > LONGEST) {
            return false;
        }
        long digits = letters.chars().filter(Character::isDigit).count();
        long likeDigits = fold(letters).chars().filter(Character::isDigit).count();
        return digits >= 2
                && likeDigits >= FEWEST_DIGITS
                && !DATE.matcher(word).matches()
                && !AMOUNT.matcher(word).matches();
    }

    /** Groups of digits that belong together in some way: all of them, and each run from any of them. */
    private static void joined(String[] groups, Set<String> found) {
        for (int from = 0; from < groups.length; from++) {
            StringBuilder number = new StringBuilder(groups[from]);
            for (int to = from + 1; to < Math.min(groups.length, from + MOST_GROUPS); to++) {
                number.append(groups[to]);
                if (number.length() >= SHORTEST_JOINED && number.length() <= LONGEST && found.size() < MOST) {
                    found.add(fold(number.toString()));
                }
            }
        }
    }
}
