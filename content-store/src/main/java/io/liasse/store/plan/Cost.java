package io.liasse.store.plan;

import io.liasse.store.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** What something costs, not negative, in whole hundredths. */
public record Cost(BigDecimal amount, Currency currency) {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);

    public Cost {
        if (amount.scale() > 100 || amount.signum() < 0 || amount.compareTo(MOST) > 0) {
            throw new InvalidInput("cost", "must be between 0 and " + MOST);
        }
        amount = amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    /** {@code currency}: three letters of ISO 4217. */
    public static Cost of(BigDecimal amount, String currency) {
        try {
            return new Cost(amount, Currency.getInstance(currency));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput("currency", "is not a currency of ISO 4217");
        }
    }
}
