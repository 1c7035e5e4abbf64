package io.liasse.store.cost;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code liasse.costs.*}: how the house reckons.
 *
 * @param currency three letters of ISO 4217, {@code CHF} when not set; not to be changed once there are entries
 * @param rate what an hour usually costs; said with each entry of time when not set
 */
@ConfigurationProperties("liasse.costs")
public record CostSettings(Currency currency, @Nullable BigDecimal rate) {
    private static final String USUAL = "CHF";

    public CostSettings {
        currency = currency == null ? Currency.getInstance(USUAL) : currency;
    }
}
