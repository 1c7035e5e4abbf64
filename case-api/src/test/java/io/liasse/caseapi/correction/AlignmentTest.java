package io.liasse.caseapi.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.correction.Alignment.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    @Test
    void keepsThePlaceOfACorrectedWordEvenBesideItsLike() {
        assertThat(pairs("Dear Arma, see you", "Dear Anna, see you"))
                .containsExactly("Dear=Dear", "Arma,=Anna,", "see=see", "you=you");
        assertThat(pairs("a b c", "a c c")).containsExactly("a=a", "b=c", "c=c");
    }

    @Test
    void knowsWordsThatWereOneOrSeveral() {
        assertThat(pairs("die Kran kenkasse zahlt", "die Krankenkasse zahlt"))
                .containsExactly("die=die", "Kran kenkasse=Krankenkasse", "zahlt=zahlt");
        assertThat(pairs("an Brurner AG", "an die Brunner AG"))
                .containsExactly("an=an", "=die", "Brurner=Brunner", "AG=AG");
        assertThat(pairs("vonder Kasse", "von der Kasse")).containsExactly("vonder=von der", "Kasse=Kasse");
    }

    @Test
    void knowsWordsThatWereLeftOutOrAdded() {
        assertThat(pairs("one . two", "one two")).containsExactly("one=one", ".=", "two=two");
        assertThat(pairs("one two", "one and two")).containsExactly("one=one", "=and", "two=two");
        assertThat(pairs("", "new words")).containsExactly("=new", "=words");
        assertThat(pairs("old words", "")).containsExactly("old=", "words=");
        assertThat(pairs("", "")).isEmpty();
    }

    @Test
    void namesEachWordOnceInOrderWhateverTheTexts() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<String> before = words(random);
            List<String> after = words(random);
            List<Pair> pairs = Alignment.of(before, after);
            assertThat(pairs.stream().flatMap(each -> each.before().stream()))
                    .containsExactlyElementsOf(range(before.size()));
            assertThat(pairs.stream().flatMap(each -> each.after().stream()))
                    .containsExactlyElementsOf(range(after.size()));
        }
    }

    @Test
    void takesPagesOfAnyLength() {
        List<String> before = new ArrayList<>(Collections.nCopies(30_000, "x"));
        List<String> after = new ArrayList<>(Collections.nCopies(30_000, "y"));
        before.addFirst("same");
        after.addFirst("same");
        List<Pair> pairs = Alignment.of(before, after);
        assertThat(pairs).hasSize(3);
        assertThat(pairs.getFirst().after()).containsExactly(0);
    }

    private static List<String> words(Random random) {
        return random.ints(random.nextInt(12), 'a', 'e')
                .mapToObj(Character::toString)
                .toList();
    }

    private static List<Integer> range(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private static List<String> pairs(String before, String after) {
        List<String> left = split(before);
        List<String> right = split(after);
        return Alignment.of(left, right).stream()
                .map(pair -> joined(pair.before(), left) + "=" + joined(pair.after(), right))
                .toList();
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static String joined(List<Integer> indexes, List<String> words) {
        return String.join(" ", indexes.stream().map(words::get).toList());
    }
}
