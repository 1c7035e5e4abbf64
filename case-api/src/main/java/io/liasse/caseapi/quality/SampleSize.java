package io.liasse.caseapi.quality;

import io.liasse.store.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** How many documents a draw at once takes. */
@Component
@EnableConfigurationProperties(QualitySettings.class)
final class SampleSize {
    private final QualitySettings settings;

    SampleSize(QualitySettings settings) {
        this.settings = settings;
    }

    /** As many as wished, else as many as are drawn each week. */
    int of(@Nullable Integer wished) {
        int size = wished == null ? Math.max(1, settings.sampleSize()) : wished;
        if (size < 1 || size > QualitySettings.MOST) {
            throw new InvalidInput("size", "must be from 1 to " + QualitySettings.MOST);
        }
        return size;
    }
}
