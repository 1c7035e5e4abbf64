package io.liasse.capture.field;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as written in French, German, Italian and English. Only days that exist, from 1850 to 2100. Of two numbers the
 * first is the day unless it cannot be one.
 */
final class Dates {
    private static final int EARLIEST = 1850;
    private static final int LATEST = 2100;

    /** Two digits up to this many years ahead are of this century, the others of the last. */
    private static final int YEARS_AHEAD = 10;

    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\d.,/-])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})(?![\\d/-]|[.,]\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:\\.|er|°|º|st|nd|rd|th)?\\s{0,2}(?:de |of )?(\\p{L}{3,10})\\.?,?\\s{1,2}(\\d{4})(?!\\d)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b(\\p{L}{3,10})\\.?\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}(\\d{4})(?!\\d)");
    private static final Map<String, Integer> MONTHS = months();

    private final LocalDate today;

    Dates(LocalDate today) {
        this.today = today;
    }

    List<Find> in(String text) {
        List<Find> finds = new ArrayList<>();
        Matcher iso = ISO.matcher(text);
        while (iso.find()) {
            add(finds, iso, date(number(iso, 1), number(iso, 2), number(iso, 3)));
        }
        Matcher numbers = NUMBERS.matcher(text);
        while (numbers.find()) {
            int year = year(numbers.group(4));
            int first = number(numbers, 1);
            int second = number(numbers, 3);
            add(finds, numbers, date(year, second, first).or(() -> date(year, first, second)));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        while (dayFirst.find()) {
            add(finds, dayFirst, date(number(dayFirst, 3), month(dayFirst.group(2)), number(dayFirst, 1)));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        while (monthFirst.find()) {
            add(finds, monthFirst, date(number(monthFirst, 3), month(monthFirst.group(1)), number(monthFirst, 2)));
        }
        return finds;
    }

    private static void add(List<Find> finds, Matcher at, Optional<LocalDate> date) {
        date.ifPresent(found -> finds.add(new Find("date", found.toString(), at.start(), at.end(), null)));
    }

    private int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        int century = today.getYear() / 100 * 100;
        return century + year > today.getYear() + YEARS_AHEAD ? century - 100 + year : century + year;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        if (year < EARLIEST || year > LATEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** 1 to 12, or 0 for a word that is no month. */
    private static int month(String word) {
        return MONTHS.getOrDefault(plain(word), 0);
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    private static Map<String, Integer> months() {
        List<String> names = List.of(
                "januar janner jan janvier janv gennaio gen january",
                "februar feb fevrier fevr febbraio febb february",
                "marz mars marzo mar march maerz",
                "april apr avril avr aprile",
                "mai mag maggio may",
                "juni jun juin giugno giu june",
                "juli jul juillet juil luglio lug july",
                "august aug aout agosto ago",
                "september sept sep septembre settembre sett set",
                "oktober okt octobre oct ottobre ott october",
                "november nov novembre",
                "dezember dez decembre dicembre dic dec december");
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            for (String name : names.get(i).split(" ")) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }
}
