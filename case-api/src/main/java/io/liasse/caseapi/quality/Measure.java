package io.liasse.caseapi.quality;

import io.liasse.store.quality.Figures;
import io.liasse.store.quality.Mean;
import io.liasse.store.quality.Share;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/**
 * One figure as the panel shows it.
 *
 * @param key of its texts
 * @param enough whether there is enough to show more than {@code of}
 * @param value in percent, in the language of the reader, as are the bounds
 * @param bar the same from 0 to 100, to be drawn
 */
record Measure(String key, boolean enough, long of, String value, String low, String high, Bar bar) {
    /** Where the interval is drawn. */
    record Bar(double from, double width, double at) {
        static Bar of(double low, double rate, double high) {
            return new Bar(percent(low), Math.max(1, percent(high) - percent(low)), percent(rate));
        }

        private static double percent(double share) {
            return Math.round(share * 1000) / 10.0;
        }
    }

    static List<Measure> of(Figures.Row row, Locale locale) {
        return List.of(
                of("precision", row.precision(), locale),
                of("kept", row.kept(), locale),
                of("alone", row.alone(), locale),
                of("recall", row.recall(), locale),
                of("type", row.type(), locale),
                of("typeKept", row.typeKept(), locale),
                of("fieldErrors", row.fieldErrors(), locale),
                of("fieldsCorrected", row.fieldsCorrected(), locale),
                of("confidence", row.confidence(), locale));
    }

    private static Measure of(String key, Share share, Locale locale) {
        return new Measure(
                key,
                share.enough(),
                share.of(),
                percent(share.rate(), locale),
                percent(share.low(), locale),
                percent(share.high(), locale),
                Bar.of(share.low(), share.rate(), share.high()));
    }

    private static Measure of(String key, Mean mean, Locale locale) {
        return new Measure(
                key,
                mean.enough(),
                mean.of(),
                percent(mean.mean(), locale),
                percent(mean.low(), locale),
                percent(mean.high(), locale),
                Bar.of(mean.low(), mean.mean(), mean.high()));
    }

    private static String percent(double share, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }
}
