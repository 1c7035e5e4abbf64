package io.liasse.caseapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.caseapi.web.Ranges.UnsatisfiableRange;
import org.junit.jupiter.api.Test;

class RangesTest {
    @Test
    void readsFirstAndLastByte() {
        assertThat(Ranges.of("bytes=0-0", 10)).isEqualTo(new Ranges(0, 1, 10));
        assertThat(Ranges.of("bytes=2-5", 10)).isEqualTo(new Ranges(2, 4, 10));
        assertThat(Ranges.of("bytes=2-99", 10)).isEqualTo(new Ranges(2, 8, 10));
    }

    @Test
    void readsOpenAndSuffixRanges() {
        assertThat(Ranges.of("bytes=7-", 10)).isEqualTo(new Ranges(7, 3, 10));
        assertThat(Ranges.of("bytes=-4", 10)).isEqualTo(new Ranges(6, 4, 10));
        assertThat(Ranges.of("bytes=-40", 10)).isEqualTo(Ranges.whole(10));
    }

    @Test
    void servesTheWholeForWhatItDoesNotServeInParts() {
        assertThat(Ranges.of(null, 10)).isEqualTo(Ranges.whole(10));
        assertThat(Ranges.of("pages=1-2", 10)).isEqualTo(Ranges.whole(10));
        assertThat(Ranges.of("bytes=nonsense", 10)).isEqualTo(Ranges.whole(10));
        assertThat(Ranges.of("bytes=0-1,4-5", 10)).isEqualTo(Ranges.whole(10));
    }

    @Test
    void refusesWhatLiesOutside() {
        assertThatThrownBy(() -> Ranges.of("bytes=10-", 10)).isInstanceOf(UnsatisfiableRange.class);
        assertThatThrownBy(() -> Ranges.of("bytes=0-", 0)).isInstanceOf(UnsatisfiableRange.class);
        assertThatThrownBy(() -> Ranges.of("bytes=-0", 10)).isInstanceOf(UnsatisfiableRange.class);
    }

    @Test
    void namesItsPlaceInTheWhole() {
        assertThat(Ranges.of("bytes=2-5", 10).contentRange()).isEqualTo("bytes 2-5/10");
    }
}
