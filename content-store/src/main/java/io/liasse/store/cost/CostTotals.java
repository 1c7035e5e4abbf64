package io.liasse.store.cost;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a case has cost so far.
 *
 * @param currency of the house
 * @param time what the minutes cost
 * @param budget what it may cost; null where nobody said
 */
public record CostTotals(
        Currency currency,
        long minutes,
        BigDecimal time,
        BigDecimal expenses,
        @Nullable BigDecimal budget) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public BigDecimal sum() {
        return time.add(expenses);
    }

    /** Whether there is something to show. */
    public boolean any() {
        return budget != null || minutes > 0 || sum().signum() > 0;
    }

    public boolean overBudget() {
        return budget != null && sum().compareTo(budget) > 0;
    }

    /** How much of the budget is spent, 0 to 100; 100 of one of nothing. */
    public int percent() {
        if (budget == null || budget.signum() == 0) {
            return HUNDRED.intValue();
        }
        return sum().multiply(HUNDRED)
                .divideToIntegralValue(budget)
                .min(HUNDRED)
                .intValue();
    }
}
