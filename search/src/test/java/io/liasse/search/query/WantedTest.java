package io.liasse.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.search.query.Clause.Phrase;
import io.liasse.search.query.Clause.Prefix;
import io.liasse.search.query.Clause.Word;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WantedTest {
    private static final String SIGNS = "\"-*+ „“ab";

    @Test
    void readsWordsPhrasesPrefixesAndExclusions() {
        Wanted wanted = Wanted.read("rente \"erste Rate\" verf* -entwurf -\"alte Fassung\" -ab*");

        assertThat(wanted.all()).containsExactly(new Word("rente"), new Phrase("erste Rate"), new Prefix("verf"));
        assertThat(wanted.none()).containsExactly(new Word("entwurf"), new Phrase("alte Fassung"), new Prefix("ab"));
        assertThat(wanted.problem()).isNull();
    }

    @Test
    void keepsHyphensWithinWords() {
        assertThat(Wanted.read("Meier-Müller 2026-000417-1").all())
                .containsExactly(new Word("Meier-Müller"), new Word("2026-000417-1"));
    }

    @Test
    void readsTypographicQuotesAndPlus() {
        assertThat(Wanted.read("„erste Rate“ +zweite «dernier mot»").all())
                .containsExactly(new Phrase("erste Rate"), new Word("zweite"), new Phrase("dernier mot"));
    }

    @Test
    void takesWordsAfterAnUnbalancedQuoteAsWords() {
        Wanted wanted = Wanted.read("rente \"erste Rate");

        assertThat(wanted.all()).containsExactly(new Word("rente"), new Word("erste"), new Word("Rate"));
        assertThat(wanted.problem()).isEqualTo("unbalanced-quote");
    }

    @Test
    void leavesOutWhatHasNoLetterOrDigit() {
        assertThat(Wanted.read(" - * ** \"\" \"…\" -- ??? & ").namesNothing()).isTrue();
    }

    @Test
    void cutsWhatIsTooLong() {
        Wanted wanted = Wanted.read("wort ".repeat(20_000));

        assertThat(wanted.all()).hasSize(Wanted.MOST_CLAUSES);
        assertThat(wanted.problem()).isEqualTo("query-too-long");
    }

    @RepeatedTest(20)
    void understandsWhateverIsTyped(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 500; i++) {
            Wanted wanted = Wanted.read(anything(random));

            assertThat(wanted.all())
                    .allSatisfy(clause -> assertThat(clause.text()).isNotBlank());
            assertThat(wanted.none())
                    .allSatisfy(clause -> assertThat(clause.text()).isNotBlank());
        }
    }

    /** Signs with a meaning as often as others, and halves of pairs. */
    private static String anything(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(60); length > 0; length--) {
            text.append(
                    random.nextBoolean()
                            ? SIGNS.charAt(random.nextInt(SIGNS.length()))
                            : (char) random.nextInt(Character.MAX_VALUE));
        }
        return text.toString();
    }
}
