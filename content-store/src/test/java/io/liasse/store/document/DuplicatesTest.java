package io.liasse.store.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.testing.Stores;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private final Stores stores = Stores.fresh();
    private final Documents documents = stores.documents();
    private final Viewer clerk = stores.user(Role.CLERK);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final Random random = new Random(7);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void findsTheSameFileReceivedTwice() {
        DocumentId first = stores.given().waiting("same.pdf");
        DocumentId second = stores.given().waiting("same.pdf");
        stores.given().waiting("other.pdf");

        Duplicate found = duplicates(second, clerk).getFirst();

        assertThat(duplicates(second, clerk)).hasSize(1);
        assertThat(found.document().id()).isEqualTo(first);
        assertThat(found.kind()).isEqualTo(Duplicate.Kind.SAME_BYTES);
        assertThat(found.similarity()).isEqualTo(1);
    }

    @Test
    void findsWhatWasScannedTwiceAndReadALittleDifferently() {
        List<String> words = words(400);
        List<String> misread = new ArrayList<>(words);
        for (int at = 0; at < misread.size(); at += 50) {
            misread.set(at, "rn" + at);
        }
        DocumentId first = stores.given().waiting("a.pdf", String.join(" ", words));
        DocumentId second = stores.given().waiting("b.pdf", String.join(" ", misread));
        stores.given().waiting("c.pdf", String.join(" ", words(400)));

        assertThat(duplicates(second, clerk)).hasSize(1);
        Duplicate found = duplicates(second, clerk).getFirst();
        assertThat(found.document().id()).isEqualTo(first);
        assertThat(found.kind()).isEqualTo(Duplicate.Kind.NEAR);
        assertThat(found.similarity()).isBetween(0.8, 0.99);
        assertThat(duplicates(first, clerk))
                .extracting(each -> each.document().id())
                .containsExactly(second);
    }

    @Test
    void takesNotForTheSameWhatSharesHalfOfItsWordsOrHasHardlyAny() {
        List<String> words = words(300);
        List<String> half = new ArrayList<>(words.subList(0, 150));
        half.addAll(words(150));
        stores.given().waiting("a.pdf", String.join(" ", words));
        assertThat(duplicates(stores.given().waiting("b.pdf", String.join(" ", half)), clerk))
                .isEmpty();
        stores.given().waiting("c.pdf", "Danke und Gruss");
        assertThat(duplicates(stores.given().waiting("d.pdf", "Danke und Gruss"), clerk))
                .isEmpty();
    }

    @Test
    void showsOnlyWhatTheViewerMaySee() {
        String text = String.join(" ", words(200));
        CaseFile sealed = stores.given().sealedCase("Sealed", manager);
        DocumentId hidden = stores.given().filed(sealed, "secret.pdf", text);
        DocumentId sameBytes = stores.given().waiting("secret.pdf", text);
        DocumentId near = stores.given().waiting("copy.pdf", text);

        assertThat(ids(near, clerk)).containsExactly(sameBytes);
        assertThat(ids(sameBytes, clerk)).containsExactly(near);
        stores.cases().grant(sealed.id(), clerk.user(), CaseRight.READ, manager);
        assertThat(ids(near, clerk)).containsExactlyInAnyOrder(hidden, sameBytes);
        assertThat(ids(sameBytes, clerk)).containsExactly(hidden, near);
    }

    @Test
    void forgetsTheWordsOfAnEarlierReading() {
        String text = String.join(" ", words(200));
        stores.given().waiting("a.pdf", text);
        DocumentId id = stores.given().waiting("b.pdf", text);
        assertThat(ids(id, clerk)).hasSize(1);

        documents.retry(id, clerk);
        documents.startReading(id);
        documents.recordRead(id, stores.given().reading(String.join(" ", words(200))));
        documents.toInbox(id, List.of(), null);
        assertThat(ids(id, clerk)).isEmpty();

        documents.retry(id, clerk);
        documents.startReading(id);
        documents.refuse(id, DocumentState.QUARANTINED, "virus|Test");
        assertThat(stores.sql()
                        .sql("select count(*) from document_band where document_id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void estimatesTheShareOfRunsInCommon() {
        for (int changed : List.of(0, 3, 10, 40, 120)) {
            List<String> words = words(300);
            List<String> other = new ArrayList<>(words);
            random.ints(changed, 0, 300).forEach(at -> other.set(at, "x" + random.nextInt()));
            Set<String> one = runs(words);
            Set<String> two = runs(other);
            Set<String> both = new HashSet<>(one);
            both.retainAll(two);
            double share = (double) both.size() / (one.size() + two.size() - both.size());
            assertThat(likeness(words).to(likeness(other))).isEqualTo(share, within(0.15));
        }
    }

    private static Likeness likeness(List<String> words) {
        Likeness likeness = Likeness.of(
                        List.of(new PageText(1, String.join(" ", words), "layer", null, null, null, 0, 0)))
                .orElseThrow();
        return Likeness.of(likeness.stored());
    }

    private static Set<String> runs(List<String> words) {
        return IntStream.range(0, words.size() - 2)
                .mapToObj(at -> String.join(" ", words.subList(at, at + 3)))
                .collect(Collectors.toSet());
    }

    private List<String> words(int many) {
        return random.ints(many, 0, 5000).mapToObj(each -> "wort" + each).toList();
    }

    private List<Duplicate> duplicates(DocumentId id, Viewer viewer) {
        return documents.duplicates(documents.get(id, viewer), viewer);
    }

    private List<DocumentId> ids(DocumentId id, Viewer viewer) {
        return duplicates(id, viewer).stream().map(each -> each.document().id()).toList();
    }
}
