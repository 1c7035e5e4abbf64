package io.liasse.caseapi.trash;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code liasse.trash.*}.
 *
 * @param keep how long a document stays in the trash before it is removed for good
 */
@ConfigurationProperties("liasse.trash")
record TrashSettings(@DefaultValue("30d") Duration keep) {
    TrashSettings {
        if (keep.isNegative()) {
            throw new IllegalArgumentException("liasse.trash.keep must not be negative");
        }
    }
}
