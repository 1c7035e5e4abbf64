package io.liasse.caseapi.quality;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code liasse.quality.*}.
 *
 * @param sampleSize how many of the documents filed alone are drawn each week; 0 draws none
 * @param drawAt from when on in the day the sample of the week before is drawn, where the program runs
 */
@ConfigurationProperties("liasse.quality")
record QualitySettings(
        @DefaultValue("30") int sampleSize,
        @DefaultValue("05:00") LocalTime drawAt) {
    static final int MOST = 500;

    QualitySettings {
        if (sampleSize < 0 || sampleSize > MOST) {
            throw new IllegalArgumentException("liasse.quality.sample-size must be from 0 to " + MOST);
        }
    }
}
