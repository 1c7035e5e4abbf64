package io.liasse.caseapi.web;

import io.liasse.store.plan.Cost;
import io.liasse.store.plan.Indicator;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes numbers and sums of money for people, in the language of the request; templates call it {@code @amounts}. Thread-safe. */
@Component("amounts")
public class Amounts {
    private static final int DECIMALS = 6;
    private static final int HOUR = 60;

    /** With the unit of the indicator after it. */
    public String measured(BigDecimal value, Indicator indicator) {
        String number = number(value);
        return indicator.unit() == null ? number : number + "\u00a0" + indicator.unit();
    }

    public String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(value);
    }

    /** The currency by its letters before the sum. */
    public String money(@Nullable Cost cost) {
        return cost == null ? "" : money(cost.amount(), cost.currency());
    }

    /** The currency by its letters before the sum. */
    public String money(BigDecimal amount, Currency currency) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return currency.getCurrencyCode() + "\u00a0" + format.format(amount);
    }

    /** Hours and minutes, 1:30. */
    public static String clock(long minutes) {
        return "%d:%02d".formatted(minutes / HOUR, minutes % HOUR);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
