package io.liasse.caseapi.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedWordsTest {
    @Test
    void takesWordsPhrasesAndPrefixes() {
        assertThat(MarkedWords.of("logopédie \"retour au travail\" neuro*", null))
                .containsExactly("logopédie", "retour", "au", "travail", "neuro");
    }

    @Test
    void leavesOutWhatIsExcludedAndOperators() {
        assertThat(MarkedWords.of("facture -copie OR -\"sans frais\" title:devis", null))
                .containsExactly("facture", "devis");
    }

    @Test
    void keepsReferencesWhole() {
        assertThat(MarkedWords.of("2026-000417-1", null)).containsExactly("2026-000417-1");
    }

    @Test
    void putsWhatWasFoundFirstAndEachOnce() {
        assertThat(MarkedWords.of("facture", "facturée facture")).containsExactly("facturée", "facture");
    }

    @Test
    void bearsNothing() {
        assertThat(MarkedWords.of(null, null)).isEmpty();
        assertThat(MarkedWords.of("\" - *", null)).isEmpty();
    }
}
