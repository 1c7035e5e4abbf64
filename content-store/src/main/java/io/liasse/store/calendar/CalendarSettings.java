package io.liasse.store.calendar;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code liasse.calendar.*}: whose holidays count.
 *
 * @param country two letters of ISO 3166-1, {@code ch} when not set
 * @param region part of the country as ISO 3166-2 has it after the hyphen, for a canton {@code vd}; the holidays of the
 *     whole country when not set
 */
@ConfigurationProperties("liasse.calendar")
public record CalendarSettings(String country, String region) {
    public CalendarSettings(@Nullable String country, @Nullable String region) {
        this.country = Objects.requireNonNullElse(country, "ch");
        this.region = Objects.requireNonNullElse(region, "");
    }
}
