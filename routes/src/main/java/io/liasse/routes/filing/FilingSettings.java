package io.liasse.routes.filing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code liasse.filing.*}.
 *
 * @param errorRate of what is filed alone, at most so much may be wrong, from 0 to 1; 0: nothing is filed alone but by
 *     reference, cover sheet and mail thread
 */
@ConfigurationProperties("liasse.filing")
record FilingSettings(@DefaultValue("0.005") double errorRate) {
    FilingSettings {
        if (errorRate < 0 || errorRate >= 1) {
            throw new IllegalArgumentException("liasse.filing.error-rate must be 0 or more and less than 1");
        }
    }
}
