package io.liasse.store.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.PageRequest;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.Corrections.NewWord;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.object.Sha256;
import io.liasse.store.object.StoredObject;
import io.liasse.store.testing.Stores;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private final Stores stores = Stores.fresh();
    private final Documents documents = stores.documents();
    private final Corrections corrections = stores.bean(Corrections.class);
    private final Viewer clerk = stores.user(Role.CLERK);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final DocumentId letter = stores.given().waiting("letter.txt", "Dear Arma,\nsee you", "Second page");

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void keepsBothTextsAndWhoSaidWhat() {
        assertThat(page(1).text()).isEqualTo("Dear Arma,\nsee you");
        PageWording corrected = correct(1, "Dear Anna,\nsee you");
        assertThat(corrected.text()).isEqualTo("Dear Anna,\nsee you");
        assertThat(corrected.read()).isEqualTo("Dear Arma,\nsee you");
        assertThat(documents.pages(letter).getFirst().text()).isEqualTo("Dear Arma,\nsee you");
        correct(1, "Dear Anna,\nsee you soon");
        assertThat(corrections.history(letter, 1, clerk))
                .extracting(Correction::version, Correction::text, Correction::by)
                .hasToString("[(2, \"Dear Anna,\nsee you soon\", \"%1$s\"), (1, \"Dear Anna,\nsee you\", \"%1$s\")]"
                        .formatted(clerk.name()));
        assertThat(page(2).corrected()).isNull();
        assertThat(corrections.correctedPages(letter)).containsExactly(1);
        assertThat(corrections.texts(letter)).containsExactly("Dear Anna,\nsee you soon", "Second page");
    }

    @Test
    void goesBackToWhatWasReadAndToAnEarlierVersion() {
        correct(1, "One");
        correct(1, "Two");
        corrections.restore(letter, 1, 1, page(1).revision(), clerk);
        assertThat(page(1).text()).isEqualTo("One");
        corrections.restore(letter, 1, 0, page(1).revision(), clerk);
        assertThat(page(1).corrected()).isNull();
        assertThat(page(1).text()).isEqualTo("Dear Arma,\nsee you");
        assertThat(corrections.texts(letter)).isNull();
        assertThat(corrections.history(letter, 1, clerk)).hasSize(4);
        assertThatThrownBy(() -> corrections.restore(letter, 1, 9, page(1).revision(), clerk))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void correctsOneWordAndLeavesTheRest() {
        assertThat(word(1, "Anna,").text()).isEqualTo("Dear Anna,\nsee you");
        assertThat(word(3, " y'all \n now").text()).isEqualTo("Dear Anna,\nsee y'all now");
        assertThat(word(0, "").text()).isEqualTo("Anna,\nsee y'all now");
        assertThatThrownBy(() -> word(4, "none")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> word(-1, "none")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void sayingWhatHoldsChangesNothing() {
        correct(1, "Dear Arma,\r\nsee you");
        assertThat(corrections.history(letter, 1, clerk)).isEmpty();
        correct(1, "Dear Anna");
        correct(1, "Dear Anna");
        assertThat(corrections.history(letter, 1, clerk)).hasSize(1);
        assertThat(entries()).hasSize(1);
        assertThat(correct(1, "Dear Arma,\nsee you").corrected()).isNull();
    }

    @Test
    void saysInTheJournalWhoCorrectedAPageAndNotWhatStandsThere() {
        correct(2, "Secret");
        JournalEntry entry = entries().getFirst();
        assertThat(entry.actor().user()).isEqualTo(clerk.user());
        assertThat(entry.details()).containsEntry("page", "2").containsEntry("text", "corrected");
        assertThat(entry.details().values()).doesNotContain("Secret");
        CaseFile file = stores.given().openCase("First", manager);
        documents.file(letter, stores.given().into(file), null, clerk);
        String seen = corrections.page(letter, 2, manager).revision();
        corrections.restore(letter, 2, 0, seen, manager);
        assertThat(entries().getFirst().caseId()).isEqualTo(file.id());
        assertThat(stores.journal().firstBreak(file.id())).isEmpty();
    }

    @Test
    void refusesTheSecondOfTwoWhoCorrectTheSamePage() throws Exception {
        String seen = page(1).revision();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<Boolean> first = both.submit(() -> accepted("Mine", seen));
            Future<Boolean> second = both.submit(() -> accepted("Yours", seen));
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(corrections.history(letter, 1, clerk)).hasSize(1);
        corrections.correct(letter, 2, "Another page", page(2).revision(), clerk);
    }

    private boolean accepted(String text, String seen) {
        try {
            corrections.correct(letter, 1, text, seen, clerk);
            return true;
        } catch (Conflict refused) {
            assertThat(refused.stale()).isTrue();
            return false;
        }
    }

    @Test
    void keepsACorrectionWhenThePageIsReadAgainAndSaysSo() {
        correct(1, "Dear Anna,\nsee you");
        String seen = page(1).revision();
        read(letter, "Dear Anno,\nsee you", "Second page");
        assertThat(page(1).text()).isEqualTo("Dear Anna,\nsee you");
        assertThat(page(1).read()).isEqualTo("Dear Anno,\nsee you");
        assertThat(page(1).readAgain()).isTrue();
        assertThatThrownBy(() -> corrections.correct(letter, 1, "Typed meanwhile", seen, clerk))
                .isInstanceOfSatisfying(
                        Conflict.class, each -> assertThat(each.stale()).isTrue());
        correct(1, "Dear Anna,\nsee you");
        assertThat(page(1).readAgain()).isFalse();
        assertThat(corrections.history(letter, 1, clerk)).hasSize(2);
    }

    @Test
    void takesAnyScriptAndNothingThatIsNoText() {
        for (String text : List.of("", "Grüße – naïve œuvre", "שלום עולם", "漢字かな", "🂡 a\tb\nc", "לִּי")) {
            assertThat(correct(2, text).text()).isEqualTo(text);
        }
        assertThat(correct(2, "one\r\ntwo\rthree").text()).isEqualTo("one\ntwo\nthree");
        for (String bad : List.of("a\u0000b", "a\fb", "a\u001bb", "a\u0085b", "a\ud800b", "\ufdd0", "\uffff")) {
            assertThatThrownBy(() -> correct(2, bad))
                    .as(bad)
                    .isInstanceOfSatisfying(
                            InvalidInput.class, each -> assertThat(each.field()).isEqualTo("text"));
        }
        assertThat(correct(2, "x".repeat(100_000)).text()).hasSize(100_000);
        assertThatThrownBy(() -> correct(2, "x".repeat(100_001))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> word(0, "x".repeat(501))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void isForThoseOnlyWhoMayEditTheDocument() {
        String seen = page(1).revision();
        Viewer stranger = stores.user(Role.CASE_MANAGER);
        assertThatThrownBy(() -> corrections.page(letter, 1, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> corrections.history(letter, 1, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> corrections.correct(letter, 1, "x", seen, stranger))
                .isInstanceOf(NotFound.class);
        CaseFile file = stores.given().openCase("First", manager);
        documents.file(letter, stores.given().into(file), null, clerk);
        stores.cases().grant(file.id(), stranger.user(), CaseRight.READ, manager);
        assertThat(corrections.page(letter, 1, stranger).text()).isNotEmpty();
        assertThatThrownBy(() -> corrections.correct(letter, 1, "x", seen, stranger))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> corrections.correct(letter, 1, "x", seen, clerk))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> corrections.page(letter, 3, manager)).isInstanceOf(NotFound.class);
        assertThat(corrections.correct(letter, 1, "x", seen, manager).text()).isEqualTo("x");
    }

    @Test
    void goesWithThePagesIntoOtherDocumentsAndBack() {
        correct(2, "Corrected before");
        documents.orderDivision(List.of(letter), null, clerk);
        documents.startReading(letter);
        List<Document> made = documents.divide(List.of(letter), List.of(section(1, "1"), section(2, "2")));
        DocumentId second = made.getLast().id();
        documents.recordRead(made.getFirst().id(), stores.given().reading("Dear Arma,\nsee you"));
        documents.recordRead(second, stores.given().reading("Second page"));
        made.forEach(each -> documents.toInbox(each.id(), List.of(), null));
        assertThat(corrections.page(second, 1, clerk).text()).isEqualTo("Corrected before");
        assertThat(corrections.page(second, 1, clerk).readAgain()).isFalse();
        assertThatThrownBy(() -> correct(2, "Too late")).isInstanceOf(Conflict.class);

        String seen = corrections.page(second, 1, clerk).revision();
        corrections.correct(second, 1, "Corrected after", seen, manager());
        documents.undoDivision(letter, clerk);
        assertThat(page(2).text()).isEqualTo("Corrected after");
        assertThat(corrections.history(letter, 2, clerk)).hasSize(2);
        assertThat(page(1).corrected()).isNull();
    }

    private Viewer manager() {
        return stores.user(Role.SUPERVISOR);
    }

    private NewSection section(int page, String digit) {
        StoredObject object = new StoredObject(new Sha256(digit.repeat(64)), 1);
        return new NewSection("part " + page, object, "application/pdf", null, List.of(new SourcePage(letter, page)));
    }

    private void read(DocumentId id, String... pages) {
        documents.retry(id, clerk);
        documents.startReading(id);
        documents.recordRead(id, stores.given().reading(pages));
        documents.toInbox(id, List.of(), null);
    }

    private PageWording page(int page) {
        return corrections.page(letter, page, clerk);
    }

    private PageWording correct(int page, @Nullable String text) {
        return corrections.correct(letter, page, text, page(page).revision(), clerk);
    }

    private PageWording word(int index, String text) {
        return corrections.correctWord(letter, 1, new NewWord(index, text), page(1).revision(), clerk);
    }

    private List<JournalEntry> entries() {
        return stores.journal().ofDocument(letter, PageRequest.first(100)).items().stream()
                .filter(each -> each.action() == Action.TEXT_CORRECTED)
                .toList();
    }
}
