package io.liasse.routes.filing;

import io.liasse.store.document.PageText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written in a text as it stands. */
final class Plain {
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{1,2})[./-] ?(\\d{1,2})[./-] ?(\\d{4})(?!\\d)");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]");

    private Plain() {}

    /** Letters and digits, lower case. */
    static String joined(String written) {
        return OTHER.matcher(written).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The words of a text, and every two to five that follow one another, as {@link #joined}: numbers are written in groups. */
    static Set<String> of(String text) {
        Set<String> plain = new HashSet<>();
        String[] words = text.split("\\s+");
        for (int from = 0; from < words.length; from++) {
            StringBuilder some = new StringBuilder(joined(words[from]));
            plain.add(some.toString());
            boolean digits = hasDigit(words[from]);
            for (int to = from + 1; digits && to < Math.min(words.length, from + 6) && hasDigit(words[to]); to++) {
                some.append(joined(words[to]));
                plain.add(some.toString());
            }
        }
        return plain;
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    /** Days written in digits, day before month. */
    static Set<LocalDate> dates(List<PageText> pages) {
        Set<LocalDate> dates = new HashSet<>();
        for (PageText page : pages) {
            Matcher days = DAY.matcher(page.text());
            while (days.find()) {
                day(days).ifPresent(dates::add);
            }
        }
        return dates;
    }

    private static Optional<LocalDate> day(Matcher written) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(written.group(3)),
                    Integer.parseInt(written.group(2)),
                    Integer.parseInt(written.group(1))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
