package io.liasse.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreaksTest {
    private final Words words = new Words();

    @Test
    void findsAWordPartedAtTheEndOfALineWholeAndByItsParts() {
        assertThat(words.folded("Das Unter-\nnehmen zahlt"))
                .containsExactly("das", "unternehmen", "unter", "nehmen", "zahlt");
        assertThat(words.folded("l’insti\u00AD\r\n  tution")).containsExactly("l", "institution", "insti", "tution");
    }

    @Test
    void leavesOtherHyphensAsTheyAre() {
        assertThat(words.folded("Nord-\nSüd und 2026-\n000417, Vor- und Nachteil"))
                .containsExactly("nord", "sud", "und", "2026", "000417", "vor", "und", "nachteil");
    }
}
