package io.liasse.capture.field;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds labels in text and what stands right behind them. Labels are looked up by their first letters, in one pass. */
final class Labels {
    private static final Pattern CODE = Pattern.compile("^[\\s:.#°=-]{0,6}([\\p{L}\\p{N}][\\p{L}\\p{N}./_-]{2,39})");
    private static final Pattern AMOUNT = Pattern.compile(
            "^(?:\\s?\\((?i:incl|inkl|ttc|compr|rounded)[^)]{0,40}\\))?[\\s:=.]{0,6}(?:\\p{Lu}{2}|" + Amounts.CURRENCY
                    + ")?[\\s:]{0,3}(-?(?:\\d{1,3}(?:['’ .,]\\d{3}){1,4}|\\d{1,9})[.,]\\s?(?:\\d{2}|[–—-]{1,2}))(?![.,]?\\d|\\s?%)(?:\\s{0,3}("
                    + Amounts.CURRENCY + ")(?![\\p{L}\\d]))?");
    private static final Pattern NO_TOTAL =
            Pattern.compile("(?:sub|sous|zwischen|sotto|tax|mwst|tva|iva|gst)[ .-]{0,2}$");
    private static final Pattern TEXT = Pattern.compile("^[\\s:.=-]{0,6}(\\S.{0,119})");
    private static final String PARTICLES =
            "(?:(?:de|des|du|d'|von|vom|van|der|den|zu|zum|zur|della|delle|di|da|dal|del|la|le|el|ten|ter) ){0,3}";
    /** A word before a colon is the next label. */
    private static final Pattern NAME = Pattern.compile("^[\\s:.=-]{0,6}(" + PARTICLES
            + "\\p{Lu}[\\p{L}.'’-]*+(?!\\s?:)(?:[ ,]{1,2}" + PARTICLES + "\\p{Lu}[\\p{L}.'’&-]*+(?!\\s?:)){0,5})");

    private static final int NEAR = 6;

    private final Map<String, List<Entry>> byStart = new HashMap<>();

    /** One spelling of a label. */
    private record Entry(String folded, Label label) {}

    /** A label found in a text, and where it ends. */
    record Hit(Label label, int start, int end) {}

    Labels(List<Label> labels) {
        for (Label label : labels) {
            for (String each : label.labels()) {
                String folded = Label.folded(each).strip();
                byStart.computeIfAbsent(run(folded, 0), none -> new ArrayList<>())
                        .add(new Entry(folded, label));
            }
        }
        byStart.values()
                .forEach(each -> each.sort(Comparator.comparingInt((Entry entry) -> entry.folded.length())
                        .reversed()));
    }

    /** The letters from here on. */
    private static String run(String folded, int from) {
        int end = from;
        while (end < folded.length() && Character.isLetter(folded.charAt(end))) {
            end++;
        }
        return folded.substring(from, end);
    }

    /** All labels in a text; of several at one place the longest. Parts of other words do not count. */
    List<Hit> in(String text) {
        String folded = Label.folded(text);
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at < folded.length(); at++) {
            boolean begins = Character.isLetter(folded.charAt(at)) && (at == 0 || parts(folded.charAt(at - 1)));
            if (begins) {
                List<Hit> here = here(folded, at);
                hits.addAll(here);
                at = here.isEmpty() ? at : Math.max(at, here.getFirst().end() - 1);
            }
        }
        return hits;
    }

    /** Letters and hyphens before a label make it a part of another word. */
    private static boolean parts(char before) {
        return !Character.isLetter(before) && before != '-';
    }

    private List<Hit> here(String folded, int at) {
        List<Hit> hits = new ArrayList<>();
        int longest = 0;
        for (Entry entry : byStart.getOrDefault(run(folded, at), List.of())) {
            int end = at + entry.folded.length();
            boolean whole = folded.startsWith(entry.folded, at)
                    && (end == folded.length()
                            || !Character.isLetter(folded.charAt(end))
                            || !Character.isLetter(folded.charAt(end - 1)));
            if (whole && end >= longest && !lesser(entry.label, folded, at)) {
                longest = end;
                hits.add(new Hit(entry.label, at, end));
            }
        }
        return hits;
    }

    /** Subtotals and taxes are no totals. */
    private static boolean lesser(Label label, String folded, int at) {
        return label.kind() == Label.Kind.AMOUNT
                && NO_TOTAL.matcher(folded.substring(Math.max(0, at - 12), at)).find();
    }

    /** The value right behind a label: {@code rest} is the text from {@code from} on. */
    static Optional<Find> value(Label label, String rest, int from, Finders finders) {
        Optional<Find> find = switch (label.kind()) {
            case CODE -> code(label, rest, from);
            case DATE -> first(label, finders.dates().in(rest), from);
            case AMOUNT -> amount(label, rest, from);
            case TEXT -> words(label, TEXT, rest, from);
            case NAME -> words(label, NAME, rest, from);
            case IBAN, EMAIL -> first(label, Identifiers.in(rest), from);
            case PHONE -> first(label, finders.phones().in(rest), from);
        };
        return find.filter(each -> fits(label, each.value()));
    }

    private static boolean fits(Label label, String value) {
        Pattern pattern = label.pattern();
        return pattern == null || pattern.matcher(value).matches();
    }

    private static Optional<Find> code(Label label, String rest, int from) {
        Pattern own = label.pattern();
        Matcher code = CODE.matcher(rest);
        if (own != null) {
            Matcher exact = Pattern.compile("^[\\s:.#°=-]{0,6}(" + own.pattern() + ")(?![\\p{L}\\p{N}])")
                    .matcher(rest);
            return exact.find() ? Optional.of(find(label, exact.group(1), from + exact.start(1))) : Optional.empty();
        }
        if (!code.find() || code.group(1).chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return Optional.of(find(label, code.group(1).replaceAll("[./_-]+$", ""), from + code.start(1)));
    }

    private static Find find(Label label, String value, int start) {
        return new Find(
                label.name(),
                value,
                start,
                start + value.length(),
                label.check().passes(value));
    }

    private static Optional<Find> first(Label label, List<Find> finds, int from) {
        return finds.stream()
                .filter(find -> find.start() <= NEAR)
                .min(Comparator.comparingInt(Find::start))
                .map(find -> new Find(
                        label.name(), find.value(), from + find.start(), from + find.end(), find.valid(), find.note()));
    }

    private static Optional<Find> words(Label label, Pattern pattern, String rest, int from) {
        Matcher words = pattern.matcher(rest);
        if (!words.find()) {
            return Optional.empty();
        }
        String value = words.group(1).strip();
        return value.length() < 2 ? Optional.empty() : Optional.of(find(label, value, from + words.start(1)));
    }

    private static Optional<Find> amount(Label label, String rest, int from) {
        Matcher amount = AMOUNT.matcher(rest);
        if (!amount.find()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = Amounts.plain(amount.group(1).replaceAll("([.,]) ", "$1"));
        String before = rest.substring(0, amount.start(1)).replaceAll("^.*\\)|[\\s:=.]", "");
        String currency = Amounts.currency(amount.group(2) == null ? before : amount.group(2));
        int start = from
                + (currency == null || amount.group(2) != null
                        ? amount.start(1)
                        : amount.start(1) - before.length() - 1);
        return number.map(value -> new Find(
                label.name(),
                (currency == null ? "" : currency + " ") + value.toPlainString(),
                Math.max(from, start),
                from + amount.end(),
                null));
    }
}
