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
import org.jspecify.annotations.Nullable;

/**
 * Dates as written in French, German, Italian and English. Only days that exist, from 1850 to thirty years ahead. Of two
 * numbers the first is the day, unless it cannot be one or the text as a whole writes the month first; where English text
 * leaves it open, the find says so.
 */
final class Dates {
    private static final int EARLIEST = 1850;
    private static final int LATEST_AHEAD = 30;

    /** Two digits up to this many years ahead are of this century, the others of the last. */
    private static final int YEARS_AHEAD = 10;

    private static final int MONTHS_OF_A_YEAR = 12;

    private static final Pattern ISO =
            Pattern.compile("(?<![\\d.,/-])(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d/-]|[.,]\\d)");
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\d.,/-])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|['’]?\\d{2})(?![\\d/-]|[.,]\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:\\.|er|ère|°|º|st|nd|rd|th|ten)?[\\s-]{0,2}(?:de |of |di |day of )?(\\p{L}{3,10})(?:\\.|,|-|\\s){0,3}"
                    + "(\\d{4}|['’]\\d{2}|(?<=[-\\p{L}. ])\\d{2})(?![\\d:.,/]?\\d)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<!\\p{L})(\\p{L}{3,10})\\.?\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}(\\d{4})(?!\\d)");
    private static final Map<String, Integer> MONTHS = months();

    private final LocalDate today;
    private final boolean monthFirst;
    private final boolean english;

    Dates(LocalDate today) {
        this(today, false, false);
    }

    private Dates(LocalDate today, boolean monthFirst, boolean english) {
        this.today = today;
        this.monthFirst = monthFirst;
        this.english = english;
    }

    /** The same for a text: whether it writes the month first shows in dates that can be read in one way only. */
    Dates in(String text, @Nullable String language) {
        int dayFirst = 0;
        int otherwise = 0;
        Matcher numbers = NUMBERS.matcher(text);
        while (numbers.find()) {
            dayFirst += number(numbers, 1) > MONTHS_OF_A_YEAR ? 1 : 0;
            otherwise += number(numbers, 3) > MONTHS_OF_A_YEAR ? 1 : 0;
        }
        boolean open = "en".equals(language) && dayFirst == 0 && otherwise == 0;
        return new Dates(today, otherwise > 0 && dayFirst == 0, open);
    }

    LocalDate today() {
        return today;
    }

    List<Find> in(String text) {
        List<Find> finds = new ArrayList<>();
        Matcher iso = ISO.matcher(text);
        while (iso.find()) {
            add(finds, iso, date(number(iso, 1), number(iso, 3), number(iso, 4)), null);
        }
        Matcher numbers = NUMBERS.matcher(text);
        while (numbers.find()) {
            numbers(finds, numbers);
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        while (dayFirst.find()) {
            add(finds, dayFirst, date(year(dayFirst.group(3)), month(dayFirst.group(2)), number(dayFirst, 1)), null);
        }
        Matcher month = MONTH_FIRST.matcher(text);
        while (month.find()) {
            add(finds, month, date(number(month, 3), month(month.group(1)), number(month, 2)), null);
        }
        return finds;
    }

    private void numbers(List<Find> finds, Matcher at) {
        int year = year(at.group(4));
        Optional<LocalDate> asDayFirst = date(year, number(at, 3), number(at, 1));
        Optional<LocalDate> asMonthFirst = date(year, number(at, 1), number(at, 3));
        Optional<LocalDate> usual = monthFirst ? asMonthFirst : asDayFirst;
        Optional<LocalDate> other = monthFirst ? asDayFirst : asMonthFirst;
        boolean ambiguous =
                english && at.group(2).equals("/") && usual.isPresent() && other.isPresent() && !usual.equals(other);
        // Only English writes the month first, and not with points; those are times of day.
        boolean either = !at.group(2).equals(".");
        add(finds, at, either ? usual.or(() -> other) : asDayFirst, ambiguous ? "ambiguous|" + other.get() : null);
    }

    private static void add(List<Find> finds, Matcher at, Optional<LocalDate> date, @Nullable String note) {
        date.ifPresent(found -> finds.add(new Find("date", found.toString(), at.start(), at.end(), null, note)));
    }

    private int year(String written) {
        String digits = written.replaceAll("['’]", "");
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

    private Optional<LocalDate> date(int year, int month, int day) {
        if (year < EARLIEST || year > today.getYear() + LATEST_AHEAD || month == 0) {
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
                "februar feber feb fevrier fevr febbraio febb february",
                "marz mars marzo mar march maerz mrz",
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
