package io.liasse.bench;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How like a read text is to the true one, both with plain quotes and dashes, one space between words and no hyphens at line ends. */
record Likeness(String truth, String read) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    Likeness {
        truth = plain(truth);
        read = plain(read);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[’‘]", "'")
                .replaceAll("[“”„«»]", "\"")
                .replaceAll("[–—‐]", "-")
                .replaceAll("-\\s*\\n\\s*", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Share of the true words of two letters or more that were read, wherever on the page. */
    double wordsFound() {
        Map<String, Integer> left = new HashMap<>();
        words(read).forEach(word -> left.merge(word, 1, Integer::sum));
        List<String> wanted = words(truth);
        long found = wanted.stream()
                .filter(word -> left.merge(word, -1, Integer::sum) >= 0)
                .count();
        return wanted.isEmpty() ? 1 : (double) found / wanted.size();
    }

    private static List<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 1)
                .toList();
    }

    /** Insertions, deletions and replacements of letters per true letter, in reading order; at most 1. */
    double characterErrors() {
        int[] above = new int[read.length() + 1];
        int[] row = new int[read.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= truth.length(); i++) {
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (truth.charAt(i - 1) == read.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], above[j]));
            }
            int[] done = above;
            above = row;
            row = done;
        }
        return truth.isEmpty() ? 0 : Math.min(1, (double) above[read.length()] / truth.length());
    }
}
