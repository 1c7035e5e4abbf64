package io.liasse.capture.field;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.commons.validator.routines.IBANValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What a person took from a page or typed for a field, in the form in which the field is kept.
 *
 * @param value dates as ISO 8601, amounts with currency and two decimals, IBAN without spaces; else as it was written
 * @param valid whether it is what the field demands; null where it demands nothing
 */
@NamedInterface("values")
public record TakenValue(String value, @Nullable Boolean valid) {
    private static final Set<String> AMOUNTS =
            Set.of("amount", "total", "net-total", "vat-total", "amount-due", "paid", "bill-amount");
    private static final Set<String> IDENTIFIERS = Set.of("insured-number", "company-number", "email");
    private static final Set<String> ACCOUNTS = Set.of("iban", "bill-account");
    private static final Set<String> DAYS = Set.of("bill-due");

    /** By the name of the field; {@code today} for dates with two digits of a year. */
    public static TakenValue of(String field, String text, LocalDate today) {
        String plain = text.strip().replaceAll("\\s+", " ");
        if (field.equals("date") || field.endsWith("-date") || DAYS.contains(field)) {
            return first(new Dates(today).in(plain), plain);
        }
        if (AMOUNTS.contains(field)) {
            return amount(plain);
        }
        if (ACCOUNTS.contains(field)) {
            String account = plain.replace(" ", "").toUpperCase(java.util.Locale.ROOT);
            return new TakenValue(account, IBANValidator.getInstance().isValid(account));
        }
        if (IDENTIFIERS.contains(field)) {
            return first(
                    Identifiers.in(plain).stream()
                            .filter(each -> each.name().equals(field))
                            .toList(),
                    plain);
        }
        return new TakenValue(plain, null);
    }

    private static TakenValue first(List<Find> finds, String plain) {
        return finds.stream()
                .findFirst()
                .map(each -> new TakenValue(each.value(), !Boolean.FALSE.equals(each.valid())))
                .orElse(new TakenValue(plain, false));
    }

    private static TakenValue amount(String plain) {
        List<Find> finds = Amounts.in(plain);
        return finds.isEmpty()
                ? Amounts.plain(plain.replaceAll("[^\\d.,'’–-]", ""))
                        .map(value -> new TakenValue(value.toPlainString(), true))
                        .orElse(new TakenValue(plain, false))
                : first(finds, plain);
    }
}
