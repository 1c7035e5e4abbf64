package io.liasse.capture.field;

import io.liasse.capture.page.PageWord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The total that is to be paid, told by all amounts of a page together: what its row is called, and what agrees with it:
 * what was given less the change, the parts and their tax, the rounding, another row that says the same.
 */
final class Totals {
    private static final double ENOUGH = 2;
    private static final double NEAR_WORDS = 0.7;
    private static final double NEAR_ROWS = 1.1;
    private static final double NEXT_ROW = 2.3;
    private static final int MOST_LETTERS = 5;
    private static final int SUMMARY_ROWS = 5;
    private static final BigDecimal MOST_ROUNDING = new BigDecimal("0.05");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(10_000_000);

    private static final Pattern MONEY = Pattern.compile(
            "^[(:=*]{0,2}(?:" + Amounts.CURRENCY + "|[A-Z]{3})?[:.]?(-?(?:\\d{1,3}(?:['’ .,]\\d{3})+|\\d{1,7})"
                    + "[.,](?:\\d{2}|[–—-]{1,2}))(-?)(?:" + Amounts.CURRENCY + "|[*A-Z]{1,2})?[);]?$");
    private static final Pattern CURRENCY =
            Pattern.compile("(?<!\\p{L})(" + Amounts.CURRENCY + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE);

    /** On text in small letters without accents. */
    private static Pattern words(String words) {
        return Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])");
    }

    private static final Pattern STRONG =
            words("grand|due|payable|to pay|nett?|round(?:ed)?|inc|incl|inclusive|including|"
                    + "gerundet|inkl|inklusive|zu (?:be)?zahlen|zahlbetrag|brutto|a payer|ttc|comprise?|arrondi|"
                    + "da pagare|a pagare|inclus[ao]|dovuto|arrotondato|complessivo");
    private static final Pattern INCLUDING = words(
            "inc|incl|inclusive|including|w|with|after|inkl|inklusive|mit|ttc|compris?e?|avec|inclus[aeo]?|con|compres[ao]");
    private static final Pattern TAX = words(
            "gst|vat|s?st|tax|taxe?s|mwst|ust|mehrwertsteuer|umsatzsteuer|steuer|tva|iva|imposta|svc|service charge");
    private static final Pattern PART = words(
            "sub|sub ?total|sous|sous ?total|zwischen(?:summe|total)?|sotto ?totale|subtotale|"
                    + "parziale|total ht|ht|hors taxes?|excl|exclusive|excluding|exkl|ohne|before|netto exkl|imponibile|taxable");
    private static final Pattern OTHER =
            words("discount|disc|saved|savings?|points?|balance b f|deposit|rabatt|gespart|"
                    + "punkte|pfand|remise|rabais|economies?|sconto|risparmi[oa]|punti");
    private static final Pattern COUNT =
            words("qty|quantity|items?|pcs|units?|menge|anzahl|artikel|articles?|quantite|quantita|articoli|pezzi");
    private static final Pattern ROUNDING =
            words("round(?:ing|off)|round(?:ing)? ?(?:adj|off|adjustments?|amt)[a-z]*|rundung|"
                    + "rundungsdifferenz|arrondi(?:s|ssement)?|arrotondamento");
    private static final Pattern CHANGE =
            words("change|change due|ruckgeld|zuruck|retour|monnaie|rendu|a rendre|resto|" + "balance returned");
    private static final Pattern GIVEN =
            words("tender(?:ed)?|paid|received|gegeben|erhalten|bezahlt|recu|paye|" + "ricevuto|pagato|versato");
    private static final Pattern PAID =
            words("cash|visa|card|master ?card|maestro|amex|debit|credit|twint|bar|barzahlung|"
                    + "karte|ec|girocard|especes|carte|contanti|carta|bancomat|postcard");
    private static final Pattern SUMMARY = words(
            "(?:gst|vat|tax|mwst|ust|steuer|tva|iva) ?(?:summary|code|rate|analysis|satz|ubersicht|taux|aliquota|recap[a-z]*)|"
                    + "taux tva|aliquota iva|summary");
    private static final List<String> TOTAL = List.of("total", "totale", "gesamt", "summe");

    private final Sheet sheet;
    private final Labels labels;
    private final List<Row> rows;
    private final List<Sum> sums = new ArrayList<>();

    /** The total with the words it stands in; {@code value} has the currency before it where one is printed. */
    record Found(String value, List<PageWord> words) {}

    /** An amount, and the words it stands in. */
    private record Money(BigDecimal value, List<PageWord> words) {
        boolean positive() {
            return value.signum() > 0 && value.compareTo(LARGEST) < 0;
        }
    }

    /** What the amounts of a row are. */
    private enum Kind {
        TOTAL,
        STRONG_TOTAL,
        WEAK_TOTAL,
        PART,
        TAX,
        ROUNDING,
        PAID,
        CHANGE,
        OTHER
    }

    private record Row(TextLine line, Kind kind, List<Money> amounts) {
        @Nullable
        Money largest() {
            return amounts.stream()
                    .filter(Money::positive)
                    .max(Comparator.comparing(Money::value))
                    .orElse(null);
        }
    }

    /** An amount that may be the total. */
    private static final class Sum {
        private final Money money;
        private final String text;
        private double score;

        Sum(Money money, String text) {
            this.money = money;
            this.text = text;
        }

        BigDecimal value() {
            return money.value();
        }

        double score() {
            return score;
        }
    }

    private Totals(Sheet sheet, Labels labels) {
        this.sheet = sheet;
        this.labels = labels;
        this.rows = rows();
    }

    static Optional<Found> in(Sheet sheet, Labels labels) {
        return new Totals(sheet, labels).best();
    }

    private Optional<Found> best() {
        rows.forEach(this::called);
        if (rows.stream().noneMatch(row -> row.kind() != Kind.OTHER)) {
            return Optional.empty();
        }
        paidLessChange();
        partsAndTax();
        rounded();
        return sums.stream()
                .filter(sum -> sum.score() >= ENOUGH)
                .max(Comparator.comparingDouble(Sum::score).thenComparing(Sum::value))
                .map(Totals::found);
    }

    private static Found found(Sum sum) {
        Matcher currency = CURRENCY.matcher(sum.text);
        String code = currency.find() ? Amounts.currency(currency.group(1)) : null;
        String number = sum.value().toPlainString();
        return new Found(code == null ? number : code + " " + number, sum.money.words());
    }

    private void called(Row row) {
        Money largest = row.largest();
        if (largest == null) {
            return;
        }
        switch (row.kind()) {
            case STRONG_TOTAL -> add(largest, row.line().text(), 3);
            case TOTAL -> add(largest, row.line().text(), 2);
            case WEAK_TOTAL -> add(largest, row.line().text(), 0.5);
            case PART, TAX, ROUNDING, PAID, CHANGE, OTHER -> {}
        }
    }

    /** A second row that says the same adds little to what the better of both says. */
    private void add(Money money, String text, double score) {
        Optional<Sum> known = known(money.value());
        Sum sum = known.orElseGet(() -> new Sum(money, text));
        if (known.isEmpty()) {
            sums.add(sum);
        }
        sum.score = Math.max(sum.score, score) + (known.isPresent() ? 0.5 : 0);
    }

    private Optional<Sum> known(BigDecimal value) {
        return sums.stream().filter(sum -> sum.value().compareTo(value) == 0).findFirst();
    }

    /** Adds to what is known of an amount; one that is only printed somewhere becomes known by it. */
    private void agrees(BigDecimal value, double more) {
        Optional<Sum> sum = known(value);
        if (sum.isPresent()) {
            sum.get().score += more;
            return;
        }
        for (Row row : rows) {
            for (Money money : row.amounts()) {
                if (money.positive() && money.value().compareTo(value) == 0) {
                    add(money, row.line().text(), more);
                    return;
                }
            }
        }
    }

    private List<BigDecimal> amounts(Kind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind && !row.amounts().isEmpty())
                .map(row -> row.amounts().getLast().value())
                .distinct()
                .toList();
    }

    private void paidLessChange() {
        List<BigDecimal> changes = amounts(Kind.CHANGE);
        for (BigDecimal paid : amounts(Kind.PAID)) {
            changes.forEach(change -> agrees(paid.subtract(change.abs()), 2));
            boolean exactly = changes.stream().allMatch(change -> change.signum() == 0);
            if (exactly && known(paid).isPresent()) {
                agrees(paid, 1);
            }
        }
    }

    private void partsAndTax() {
        for (BigDecimal part : amounts(Kind.PART)) {
            for (BigDecimal tax : amounts(Kind.TAX)) {
                if (tax.signum() > 0) {
                    agrees(part.add(tax), 1);
                }
            }
        }
    }

    private void rounded() {
        List<BigDecimal> before = sums.stream().map(Sum::value).toList();
        for (BigDecimal rounding : amounts(Kind.ROUNDING)) {
            if (rounding.signum() != 0 && rounding.abs().compareTo(MOST_ROUNDING) <= 0) {
                for (BigDecimal total : before) {
                    double score = known(total).map(Sum::score).orElse(0.0);
                    agrees(total.add(rounding), rounding.signum() < 0 || isNew(total, rounding) ? score + 1 : 0);
                }
            }
        }
    }

    /** A rounding without a sign may go either way: up only where that sum is printed. */
    private boolean isNew(BigDecimal total, BigDecimal rounding) {
        return known(total.subtract(rounding)).isEmpty();
    }

    private List<Row> rows() {
        List<TextLine> lines = sheet.rowsOfWords();
        List<Row> rows = new ArrayList<>();
        int summary = Integer.MIN_VALUE / 2;
        for (int i = 0; i < lines.size(); i++) {
            String text = plain(lines.get(i).text());
            Kind kind = kind(text);
            List<Money> amounts = amounts(lines.get(i));
            if (amounts.isEmpty() && SUMMARY.matcher(text).find()) {
                summary = i;
            }
            boolean total = kind == Kind.TOTAL || kind == Kind.STRONG_TOTAL;
            if (total && amounts.isEmpty()) {
                amounts = beside(lines, i);
            }
            boolean ofTaxes = kind == Kind.TOTAL && i - summary <= SUMMARY_ROWS;
            rows.add(new Row(lines.get(i), ofTaxes ? Kind.WEAK_TOTAL : kind, amounts));
        }
        return rows;
    }

    /** The amounts of a row right above or below that has little else. */
    private List<Money> beside(List<TextLine> lines, int at) {
        for (int step : new int[] {-1, 1}) {
            int other = at + step;
            if (other >= 0 && other < lines.size()) {
                TextLine row = lines.get(other);
                PageWord here = lines.get(at).words().getFirst();
                double apart = Math.abs(sheet.level(row.words().getFirst()) - sheet.level(here));
                double reach = (step > 0 ? NEXT_ROW : NEAR_ROWS)
                        * Math.max(here.height(), row.words().getFirst().height());
                long letters = row.text().chars().filter(Character::isLetter).count();
                List<Money> amounts = amounts(row);
                if (apart < reach && letters <= MOST_LETTERS && !amounts.isEmpty()) {
                    return amounts;
                }
            }
        }
        return List.of();
    }

    private Kind kind(String text) {
        boolean including = INCLUDING.matcher(text).find();
        boolean total = isTotal(text);
        if (CHANGE.matcher(text).find()) {
            return Kind.CHANGE;
        }
        if (ROUNDING.matcher(text).find() && !total) {
            return Kind.ROUNDING;
        }
        if (GIVEN.matcher(text).find() || (PAID.matcher(text).find() && !total)) {
            return Kind.PAID;
        }
        if (PART.matcher(text).find()) {
            return Kind.PART;
        }
        if (TAX.matcher(text).find() && !including) {
            return Kind.TAX;
        }
        if (!total || OTHER.matcher(text).find()) {
            return Kind.OTHER;
        }
        return COUNT.matcher(text).find() ? Kind.WEAK_TOTAL : strength(text);
    }

    private Kind strength(String text) {
        boolean strong = STRONG.matcher(text).find()
                || labels.in(text).stream()
                        .map(Labels.Hit::label)
                        .anyMatch(label -> isTotal(label) && label.rank() > 0);
        return strong ? Kind.STRONG_TOTAL : Kind.TOTAL;
    }

    private static boolean isTotal(Label label) {
        return label.name().equals("total");
    }

    private boolean isTotal(String text) {
        if (labels.in(text).stream().map(Labels.Hit::label).anyMatch(Totals::isTotal)) {
            return true;
        }
        for (String word : text.split("[^a-z]+")) {
            if (TOTAL.stream().anyMatch(known -> nearly(word, known))) {
                return true;
            }
        }
        return false;
    }

    /** One letter misread, missing or too many. */
    private static boolean nearly(String word, String known) {
        if (Math.abs(word.length() - known.length()) > 1 || word.length() < 4) {
            return false;
        }
        int begin = 0;
        int most = Math.min(word.length(), known.length());
        while (begin < most && word.charAt(begin) == known.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < most - begin && word.charAt(word.length() - 1 - end) == known.charAt(known.length() - 1 - end)) {
            end++;
        }
        return Math.max(word.length(), known.length()) - begin - end <= 1;
    }

    /** In small letters without accents and points; digits within words are the letters they look like. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (String word : Label.folded(text).split(" ")) {
            long letters = word.chars().filter(Character::isLetter).count();
            boolean misread = letters >= 3 && word.chars().noneMatch(each -> each == '.' || each == ',');
            String said = misread
                    ? word.replace('0', 'o')
                            .replace('1', 'l')
                            .replace('|', 'l')
                            .replace('5', 's')
                            .replace('8', 'b')
                    : word;
            plain.append(said.replaceAll("[^a-z0-9%]+", " ").strip()).append(' ');
        }
        return plain.toString().replaceAll(" +", " ").strip();
    }

    /** From left to right. Words close together that are one amount only when joined are joined. */
    private static List<Money> amounts(TextLine line) {
        List<Money> amounts = new ArrayList<>();
        List<PageWord> words = line.words();
        for (int i = 0; i < words.size(); i++) {
            for (int last = joined(words, i); last >= i; last--) {
                List<PageWord> run = words.subList(i, last + 1);
                Optional<BigDecimal> value = value(run);
                boolean percent =
                        last + 1 < words.size() && words.get(last + 1).text().startsWith("%");
                if (value.isPresent() && !percent) {
                    amounts.add(new Money(value.get(), withCurrency(words, i, last)));
                    i = last;
                    break;
                }
            }
        }
        return amounts;
    }

    /** The words of an amount and that of its currency, if that stands beside it. */
    private static List<PageWord> withCurrency(List<PageWord> words, int first, int last) {
        boolean before = first > 0 && isCurrency(words.get(first - 1));
        boolean after = !before && last + 1 < words.size() && isCurrency(words.get(last + 1));
        return words.subList(before ? first - 1 : first, after ? last + 2 : last + 1);
    }

    private static boolean isCurrency(PageWord word) {
        return CURRENCY.matcher(word.text()).matches();
    }

    private static int joined(List<PageWord> words, int first) {
        int last = first;
        while (last + 1 < words.size() && last - first < 2 && close(words.get(last), words.get(last + 1))) {
            last++;
        }
        return last;
    }

    private static boolean close(PageWord one, PageWord next) {
        double gap = next.x() - one.x() - one.width();
        return gap < NEAR_WORDS * Math.max(one.height(), next.height());
    }

    private static Optional<BigDecimal> value(List<PageWord> run) {
        StringBuilder text = new StringBuilder();
        for (PageWord word : run) {
            boolean thousands = word.text().matches("\\d{3}(?:[.,].*)?");
            text.append(text.isEmpty() || !thousands ? "" : " ").append(word.text());
        }
        Matcher money = MONEY.matcher(digits(text.toString()));
        if (!money.matches()) {
            return Optional.empty();
        }
        return Amounts.plain(money.group(1))
                .map(value -> money.group(2).isEmpty() ? value : value.abs().negate());
    }

    /** Letters between digits are the digits they look like. */
    private static String digits(String text) {
        boolean number = text.matches("[^\\d]{0,4}[\\dOolI|SB]{1,7}[.,][\\dOolI|SB]{2}\\W?")
                && text.chars().anyMatch(Character::isDigit);
        if (!number) {
            return text;
        }
        int point = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        int from = point;
        while (from > 0 && "0123456789OolI|".indexOf(text.charAt(from - 1)) >= 0) {
            from--;
        }
        return text.substring(0, from)
                + text.substring(from)
                        .replaceAll("[Oo]", "0")
                        .replaceAll("[lI|]", "1")
                        .replace('S', '5')
                        .replace('B', '8');
    }
}
