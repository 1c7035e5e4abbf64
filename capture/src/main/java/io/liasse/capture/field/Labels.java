package io.liasse.capture.field;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values beside known labels, as {@code fields.json} defines them. */
final class Labels {
    private static final Pattern CODE = Pattern.compile("^[\\s:.#°]{0,6}([\\p{L}\\p{N}][\\p{L}\\p{N}./_-]{2,39})");
    private static final Pattern AMOUNT = Pattern.compile("^[\\s:]{0,6}(" + Amounts.CURRENCY
            + ")?\\s{0,3}(-?\\d[\\d'’ .,]{0,20}[.,](?:\\d{2}|[–—-]{1,2}))(?![\\d%])(?:\\s{0,3}(" + Amounts.CURRENCY
            + ")(?![\\p{L}\\d]))?");
    private static final int NEAR = 6;

    private final List<Known> known;

    /** A definition with its pattern. */
    private record Known(Label label, Pattern pattern) {}

    private Labels(List<Label> labels) {
        this.known =
                labels.stream().map(label -> new Known(label, label.pattern())).toList();
    }

    static Labels usual() {
        try (InputStream json = Labels.class.getResourceAsStream("fields.json")) {
            List<Label> labels = JsonMapper.builder().build().readValue(json, new TypeReference<List<Label>>() {});
            return new Labels(labels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Find> in(String text, Dates dates) {
        String folded = Label.folded(text);
        List<Find> finds = new ArrayList<>();
        for (Known each : known) {
            Matcher label = each.pattern.matcher(folded);
            while (label.find()) {
                beside(each.label, text, label.end(), dates).ifPresent(finds::add);
            }
        }
        return finds;
    }

    private static Optional<Find> beside(Label label, String text, int from, Dates dates) {
        String rest = text.substring(from);
        return switch (label.kind()) {
            case CODE -> code(label.name(), rest, from);
            case DATE -> date(label.name(), rest, from, dates);
            case AMOUNT -> amount(label.name(), rest, from);
        };
    }

    private static Optional<Find> code(String name, String rest, int from) {
        Matcher code = CODE.matcher(rest);
        if (!code.find() || code.group(1).chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        String value = code.group(1).replaceAll("[./_-]+$", "");
        int start = from + code.start(1);
        return Optional.of(new Find(name, value, start, start + value.length(), null));
    }

    private static Optional<Find> date(String name, String rest, int from, Dates dates) {
        return dates.in(rest).stream()
                .filter(find -> find.start() <= NEAR)
                .min(Comparator.comparingInt(Find::start))
                .map(find -> new Find(name, find.value(), from + find.start(), from + find.end(), null));
    }

    private static Optional<Find> amount(String name, String rest, int from) {
        Matcher amount = AMOUNT.matcher(rest);
        if (!amount.find()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = Amounts.plain(amount.group(2));
        String currency = amount.group(1) == null ? amount.group(3) : amount.group(1);
        int start = from + amount.start(amount.group(1) == null ? 2 : 1);
        return number.map(value -> new Find(
                name,
                (currency == null ? "" : Amounts.code(currency) + " ") + value.toPlainString(),
                start,
                from + amount.end(),
                null));
    }
}
