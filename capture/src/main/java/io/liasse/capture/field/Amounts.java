package io.liasse.capture.field;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of money with a currency beside them, as "CHF 1234.50". Thousands may be parted by apostrophe, space, point or
 * comma; two digits or dashes at the end are cents.
 */
final class Amounts {
    private static final String NUMBER =
            "-?\\d{1,3}(?:['’ .,]\\d{3}){1,4}(?:[.,](?:\\d{2}|[–—-]{1,2}))?|-?\\d{1,9}(?:[.,](?:\\d{2}|[–—-]{1,2}))?";
    static final String CURRENCY = "CHF|EUR|USD|GBP|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|HUF|RM|SFr\\.?|Fr\\.|€|\\$|£";
    private static final Pattern BEFORE =
            Pattern.compile("(?<![\\p{L}\\d])(" + CURRENCY + ")\\s{0,3}(" + NUMBER + ")(?![\\d'’]|[.,]\\d)");
    private static final Pattern AFTER =
            Pattern.compile("(?<![\\d.,'’])(" + NUMBER + ")\\s{0,3}(" + CURRENCY + ")(?![\\p{L}\\d])");
    private static final Pattern CENTS = Pattern.compile("[.,](\\d{2})$");
    private static final Map<String, String> CODES = Map.of("€", "EUR", "$", "USD", "£", "GBP");

    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private Amounts() {}

    static List<Find> in(String text) {
        List<Find> finds = new ArrayList<>();
        Matcher before = BEFORE.matcher(text);
        while (before.find()) {
            add(finds, before, before.group(1), before.group(2));
        }
        Matcher after = AFTER.matcher(text);
        while (after.find()) {
            add(finds, after, after.group(2), after.group(1));
        }
        return finds;
    }

    private static void add(List<Find> finds, Matcher at, String currency, String number) {
        plain(number)
                .ifPresent(value -> finds.add(
                        new Find("amount", code(currency) + " " + value.toPlainString(), at.start(), at.end(), null)));
    }

    /** The ISO 4217 code; null where the sign or word is no currency. */
    static @Nullable String currency(String written) {
        String code = code(written);
        return code.equals("RM") ? "MYR" : KNOWN.contains(code) ? code : null;
    }

    static String code(String currency) {
        if (currency.startsWith("SFr") || currency.startsWith("Fr")) {
            return "CHF";
        }
        return Objects.requireNonNullElse(CODES.get(currency), currency);
    }

    /** The number with its cents; empty where it is none. */
    static Optional<BigDecimal> plain(String written) {
        String number = written.replaceFirst("[.,][–—-]{1,2}$", ".00");
        Matcher cents = CENTS.matcher(number);
        boolean hasCents = cents.find();
        String whole = hasCents ? number.substring(0, cents.start()) : number;
        String digits = whole.replaceAll("['’ .,]", "");
        if (!digits.matches("-?\\d{1,15}")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(digits + (hasCents ? "." + cents.group(1) : ".00")));
    }
}
