package io.liasse.store.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
    /** Newcombe 1998, table I, method 3: the four examples with the score interval without continuity correction. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void hasThePublishedBounds(long hits, long of, double low, double high) {
        Share share = new Share(hits, of);
        assertThat(share.low()).isCloseTo(low, within(0.00005));
        assertThat(share.high()).isCloseTo(high, within(0.00005));
    }

    @Property
    void holdsItsRateWithinZeroAndOne(
            @ForAll @IntRange(max = 5_000) int hits, @ForAll @IntRange(max = 5_000) int misses) {
        Share share = new Share(hits, hits + misses);
        Share opposite = new Share(misses, hits + misses);
        assertThat(share.low()).isBetween(0.0, share.rate());
        assertThat(share.high()).isBetween(share.rate(), 1.0);
        assertThat(share.high() + opposite.low()).isCloseTo(1, within(1e-9));
    }

    @Test
    void knowsNothingOfNone() {
        Share none = new Share(0, 0);
        assertThat(none.enough()).isFalse();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isOne();
        assertThatThrownBy(() -> new Share(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void toldOfAMeanOnlyWithEnough() {
        Mean mean = new Mean(0.9, 0.1, 100);
        assertThat(mean.low()).isCloseTo(0.8804, within(0.00005));
        assertThat(mean.high()).isCloseTo(0.9196, within(0.00005));
        assertThat(new Mean(0.9, 0.1, 19).enough()).isFalse();
        assertThat(new Mean(0, 0, 0).high()).isOne();
    }
}
