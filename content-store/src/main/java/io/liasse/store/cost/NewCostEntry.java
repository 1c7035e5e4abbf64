package io.liasse.store.cost;

import io.liasse.store.Entries;
import io.liasse.store.InvalidInput;
import io.liasse.store.document.DocumentId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Time spent, or an expense, as people say it: either minutes with what an hour costs, or an amount.
 *
 * @param what 1 to {@value #LONGEST} characters
 * @param minutes 1 to {@value #MOST_MINUTES}; null for an expense
 * @param perHour null for an expense, and for what an hour usually costs
 * @param amount of an expense, in the currency of the house; null for time
 * @param document filed in the case, which shows it
 */
public record NewCostEntry(
        String what,
        LocalDate spentOn,
        @Nullable Integer minutes,
        @Nullable BigDecimal perHour,
        @Nullable BigDecimal amount,
        @Nullable DocumentId document) {
    public static final int LONGEST = 300;
    public static final int MOST_MINUTES = 6_000;
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    public NewCostEntry {
        what = Entries.wanted("what", what, LONGEST);
        Entries.likely("spentOn", spentOn);
        if (minutes == null && amount == null) {
            throw new InvalidInput("amount", "is missing, and so are minutes");
        }
        if (minutes != null && amount != null) {
            throw new InvalidInput("amount", "is said beside minutes");
        }
        if (minutes == null && perHour != null) {
            throw new InvalidInput("perHour", "is said without minutes");
        }
        if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
            throw new InvalidInput("minutes", "must be between 1 and " + MOST_MINUTES);
        }
        perHour = perHour == null ? null : money("perHour", perHour);
        amount = amount == null ? null : money("amount", amount);
    }

    /** Not negative, in whole hundredths. */
    static BigDecimal money(String field, BigDecimal sum) {
        if (sum.scale() > 100 || sum.signum() < 0 || sum.compareTo(MOST) > 0) {
            throw new InvalidInput(field, "must be between 0 and " + MOST);
        }
        return sum.setScale(2, RoundingMode.HALF_EVEN);
    }
}
