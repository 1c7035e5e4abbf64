package io.liasse.capture.field;

import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What pages print, to hold against what a code or the data of an invoice says. */
public final class Printed {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,'’])\\d[\\d'’ .,]{0,18}[.,]\\d{2}(?!\\d)|(?<![\\d.,'’])\\d{1,9}(?![\\d.,'’])");
    private static final double SURE = 0.85;
    private static final int ENOUGH = 60;
    private static final double MOST_NAME_MISSING = 0.4;

    private final List<FoundField> fields;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> words = new HashSet<>();
    private final List<BigDecimal> amounts = new ArrayList<>();
    private final double confidence;

    /** {@code fields}: those found on the pages by their words. */
    public Printed(List<PageWords> pages, List<FoundField> fields) {
        this.fields = List.copyOf(fields);
        pages.forEach(this::take);
        this.confidence = pages.stream()
                .flatMap(page -> page.words().stream())
                .mapToDouble(PageWord::confidence)
                .average()
                .orElse(0);
    }

    private void take(PageWords page) {
        for (TextLine line : TextLine.of(page.words())) {
            text.append(plain(line.text())).append(' ');
            line.words().forEach(word -> words.add(plain(word.text())));
            Matcher numbers = NUMBER.matcher(line.text());
            while (numbers.find()) {
                Amounts.plain(numbers.group()).ifPresent(amounts::add);
                Stream.of(numbers.group().split(" "))
                        .forEach(each -> Amounts.plain(each).ifPresent(amounts::add));
            }
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^A-Z0-9]", "");
    }

    /** Whether there is enough text, and sure enough, to say what it does not say. */
    public boolean legible() {
        return text.length() > ENOUGH && confidence > SURE;
    }

    /** Note on a number or code; {@code named}: the fields that would print it; empty where they agree. */
    public Optional<String> code(String value, String... named) {
        if (text.indexOf(plain(value)) >= 0 || joined().contains(plain(value))) {
            return Optional.empty();
        }
        return other(value, named);
    }

    private String joined() {
        return text.toString().replace(" ", "");
    }

    /** Note on a day, as ISO 8601. */
    public Optional<String> date(String value, String... named) {
        boolean there = fields.stream()
                .anyMatch(field -> field.value().equals(value) || ("ambiguous|" + value).equals(field.note()));
        return there || joined().contains(plain(value)) ? Optional.empty() : other(value, named);
    }

    /** Note on an amount; {@code total}: whether labelled totals must agree where there are any. */
    public Optional<String> amount(String value, boolean total) {
        BigDecimal number = number(value);
        List<FoundField> totals = fields.stream()
                .filter(field -> field.name().equals("total") && field.confidence() >= SURE)
                .toList();
        boolean labelled = totals.stream().anyMatch(field -> near(number(field.value()), number));
        boolean anywhere = amounts.stream().anyMatch(each -> each.compareTo(number) == 0);
        if (labelled || (anywhere && (!total || totals.isEmpty()))) {
            return Optional.empty();
        }
        return totals.isEmpty()
                ? missing()
                : Optional.of("differs|" + totals.getFirst().value());
    }

    /** Swiss totals are rounded to five centimes. */
    private static boolean near(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(new BigDecimal("0.04")) <= 0;
    }

    private static BigDecimal number(String amount) {
        return new BigDecimal(amount.replaceFirst("^\\D*?(?=-?\\d)", ""));
    }

    /** Note on a name: most of its words must be there. */
    public Optional<String> name(String value) {
        List<String> parts = Arrays.stream(value.split("[\\s,]+"))
                .map(Printed::plain)
                .filter(each -> each.length() > 2)
                .toList();
        long missing = parts.stream()
                .filter(each -> !words.contains(each) && text.indexOf(each) < 0)
                .count();
        return missing <= MOST_NAME_MISSING * parts.size() ? Optional.empty() : missing();
    }

    private Optional<String> other(String value, String... named) {
        Optional<String> found = fields.stream()
                .filter(field -> Arrays.asList(named).contains(field.name()))
                .filter(field -> field.confidence() >= SURE && !Boolean.FALSE.equals(field.valid()))
                .map(FoundField::value)
                .filter(each -> !plain(each).equals(plain(value)))
                .findFirst();
        return found.map(each -> "differs|" + each.replace('|', ' ')).or(this::missing);
    }

    private Optional<String> missing() {
        return legible() ? Optional.of("not-printed") : Optional.empty();
    }
}
