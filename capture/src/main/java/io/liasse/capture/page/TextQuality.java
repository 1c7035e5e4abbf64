package io.liasse.capture.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells text from the rubbish that fonts without a proper mapping leave behind. */
final class TextQuality {
    private static final Pattern LATIN_WORD = Pattern.compile("[\\p{IsLatin}]{3,}");
    private static final Pattern VOWEL =
            Pattern.compile("[aeiouyàâäáåæçéèêëíìîïóòôöøœúùûüýÿ]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String COMMON = " \n\r\t.,;:!?'\"()[]/-–—+*&%€$£§@#=_«»‹›“”„’‘…•°<>|\\{}~^·";

    private TextQuality() {}

    /** Mostly letters, digits and usual signs, and mostly words that can be spoken. */
    static boolean usable(String text) {
        return share(text) > 0.85 && speakable(text) > 0.6;
    }

    static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private static double share(String text) {
        long good = text.codePoints()
                .filter(point -> Character.isLetterOrDigit(point) || COMMON.indexOf(point) >= 0)
                .count();
        return text.isEmpty() ? 0 : (double) good / text.codePointCount(0, text.length());
    }

    private static double speakable(String text) {
        Matcher words = LATIN_WORD.matcher(text);
        int all = 0;
        int good = 0;
        while (words.find()) {
            all++;
            good += VOWEL.matcher(words.group()).find() ? 1 : 0;
        }
        return all < 5 ? 1 : (double) good / all;
    }
}
