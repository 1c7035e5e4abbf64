package io.liasse.caseapi.ledger;

import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes sizes of files for people, in steps of 1000; templates call it {@code @sizes}. Thread-safe. */
@Component("sizes")
public class FileSizes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB"};

    /** {@code 12 kB}, {@code 1.4 MB}. */
    public String of(long bytes) {
        Locale locale = LocaleContextHolder.getLocale();
        double amount = bytes;
        int unit = 0;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(unit > 0 && amount < 10 ? 1 : 0);
        return format.format(amount) + "\u00a0" + UNITS[unit];
    }
}
