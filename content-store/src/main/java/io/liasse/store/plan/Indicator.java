package io.liasse.store.plan;

import io.liasse.store.Entries;
import io.liasse.store.InvalidInput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a goal is measured by.
 *
 * @param text what is counted or measured, 1 to {@value #LONGEST} characters
 * @param unit of all values, at most {@value #LONGEST_UNIT} characters
 * @param target not the same as {@code start}
 */
public record Indicator(String text, @Nullable String unit, BigDecimal start, BigDecimal target) {
    public static final int LONGEST = 200;
    public static final int LONGEST_UNIT = 30;

    /** Greater than anything that is measured in a case. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private static final int DECIMALS = 6;

    public Indicator {
        text = Entries.wanted("indicator", text, LONGEST);
        unit = Entries.allowed("unit", unit, LONGEST_UNIT);
        start = value("start", start);
        target = value("target", target);
        if (start.compareTo(target) == 0) {
            throw new InvalidInput("target", "is the same as the start");
        }
    }

    /** One that can be stored, without zeros at its end. */
    static BigDecimal value(String field, BigDecimal value) {
        if (value.scale() > 100 || value.scale() < -100 || value.abs().compareTo(MOST) > 0) {
            throw new InvalidInput(field, "must be between -" + MOST + " and " + MOST);
        }
        BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Hundredths of the way from start to target, from 0 to 100; targets below the start count as well. */
    int percent(BigDecimal current) {
        BigDecimal way = target.subtract(start);
        BigDecimal gone = current.subtract(start);
        BigDecimal share = gone.multiply(BigDecimal.valueOf(100)).divide(way, MathContext.DECIMAL64);
        return share.max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(100))
                .setScale(0, RoundingMode.DOWN)
                .intValue();
    }
}
