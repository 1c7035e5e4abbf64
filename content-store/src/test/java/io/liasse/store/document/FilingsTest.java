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
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.item.Channel;
import io.liasse.store.item.NewItem;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.testing.Stores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilingsTest {
    private final Stores stores = Stores.fresh();
    private final Documents documents = stores.documents();
    private final Viewer clerk = stores.user(Role.CLERK);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final CaseFile file = stores.given().openCase("First", manager);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void filesIntoACaseAndSaysSoInItsJournal() {
        DocumentId id = stores.given().waiting("letter.txt");
        FilingOrder order = new FilingOrder(
                file.id(), "letter", "Letter of Anna", LocalDate.of(2026, 3, 1), Map.of("amount", "12.50"));
        Document filed = documents.file(id, order, null, clerk);
        assertThat(filed.state()).isEqualTo(DocumentState.FILED);
        assertThat(filed.caseReference()).isEqualTo(file.reference());
        assertThat(filed.title()).isEqualTo("Letter of Anna");
        assertThat(filed.filedAt()).isNotNull();
        assertThat(filed.reason()).isNull();
        assertThat(documents.fields(id)).extracting(Field::name, Field::value).hasToString("[(\"amount\", \"12.50\")]");
        JournalEntry entry = entries(file, Action.DOCUMENT_FILED).getFirst();
        assertThat(entry.document()).isEqualTo(id);
        assertThat(entry.details())
                .containsEntry("to", file.reference().toString())
                .containsEntry("changed", "amount date title type");
        assertThat(documents.countOf(file.id())).isOne();
    }

    @Test
    void filesAloneWithTheEvidence() {
        DocumentId id = stores.given().read("letter.txt");
        Candidate chosen = stores.given().candidate(file);
        documents.fileAlone(id, chosen, List.of(chosen));
        assertThat(documents.get(id, manager).caseId()).isEqualTo(file.id());
        assertThat(documents.candidates(id, manager)).containsExactly(chosen);
        assertThat(entries(file, Action.DOCUMENT_FILED).getFirst().details())
                .containsEntry("evidence", "reference-in-text");
        documents.fileAlone(id, chosen, List.of(chosen));
        assertThat(entries(file, Action.DOCUMENT_FILED)).hasSize(1);
    }

    @Test
    void refilesAndTellsNeitherCaseTheReferenceOfTheOther() {
        CaseFile other = stores.given().sealedCase("Second", manager);
        DocumentId id = stores.given().filed(file, "letter.txt");
        documents.file(id, stores.given().into(other), null, manager);
        assertThat(entries(file, Action.DOCUMENT_REFILED).getFirst().details())
                .containsExactly(Map.entry("from", file.reference().toString()));
        assertThat(entries(other, Action.DOCUMENT_REFILED).getFirst().details())
                .containsExactly(Map.entry("to", other.reference().toString()));
        assertThat(stores.journal().firstBreak(file.id())).isEmpty();
        assertThat(stores.journal().firstBreak(other.id())).isEmpty();
    }

    @Test
    void correctsWhatIsWrongWithoutMovingIt() {
        DocumentId id = stores.given().filed(file, "letter.txt");
        Document before = documents.get(id, manager);
        Document after = documents.file(
                id, new FilingOrder(file.id(), "report", null, null, Map.of()), before.version(), manager);
        assertThat(after.filedAt()).isEqualTo(before.filedAt());
        assertThat(entries(file, Action.DOCUMENT_CHANGED).getFirst().details()).containsEntry("changed", "type");
    }

    @Test
    void keepsWhatAPersonCorrectedWhenReadAgain() {
        DocumentId id = stores.given().received("letter.txt");
        Field read = new Field("amount", "l2.50", 1, new Box(0.1, 0.2, 0.3, 0.4), 0.5, null);
        ReadResult result = new ReadResult(
                "text/plain", "Found", null, "en", null, 1, List.of(), List.of(read), List.of(), List.of());
        documents.recordRead(id, result);
        documents.toInbox(id, List.of(), null);
        documents.file(id, new FilingOrder(file.id(), null, "Mine", null, Map.of("amount", "12.50")), null, clerk);
        Field corrected = documents.fields(id).getFirst();
        assertThat(corrected.value()).isEqualTo("12.50");
        assertThat(corrected.box()).isEqualTo(read.box());
        assertThat(documents.get(id, manager).title()).isEqualTo("Mine");
    }

    @Test
    void refusesAClosedCase() {
        stores.cases()
                .change(file.id(), new CaseChange(null, null, CaseState.CLOSED, null, null), file.version(), manager);
        DocumentId id = stores.given().waiting("letter.txt");
        assertThatThrownBy(() -> documents.file(id, stores.given().into(file), null, manager))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.file(id, stores.given().into(file), null, clerk))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("closed");
        Candidate candidate = stores.given().candidate(file);
        assertThatThrownBy(() -> documents.fileAlone(id, candidate, List.of(candidate)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void refusesWhoHasNoRightAndDoesNotTellThemThatTheCaseExists() {
        DocumentId id = stores.given().waiting("letter.txt");
        CaseFile sealed = stores.given().sealedCase("Sealed", manager);
        assertThatThrownBy(() -> documents.file(id, stores.given().into(sealed), null, clerk))
                .isInstanceOf(NotFound.class);
        stores.cases().grant(sealed.id(), clerk.user(), CaseRight.READ, manager);
        assertThatThrownBy(() -> documents.file(id, stores.given().into(sealed), null, clerk))
                .isInstanceOf(NotAllowed.class);
        Viewer stranger = stores.user(Role.CASE_MANAGER);
        assertThatThrownBy(() -> documents.file(id, stores.given().into(file), null, stranger))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void refusesWhoDidNotSeeTheLatestVersion() {
        DocumentId id = stores.given().waiting("letter.txt");
        long version = documents.get(id, clerk).version();
        documents.file(id, stores.given().into(file), version, clerk);
        assertThatThrownBy(() -> documents.file(id, stores.given().into(file), version, manager))
                .isInstanceOfSatisfying(
                        Conflict.class, each -> assertThat(each.stale()).isTrue());
    }

    @Test
    void refusesWhatIsStillBeingReadAndTypesThatAreNone() {
        DocumentId id = stores.given().received("letter.txt");
        assertThatThrownBy(() -> documents.file(id, stores.given().into(file), null, clerk))
                .isInstanceOf(Conflict.class);
        documents.toInbox(id, List.of(), null);
        assertThatThrownBy(
                        () -> documents.file(id, new FilingOrder(file.id(), "poem", null, null, Map.of()), null, clerk))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void filesCrosswiseAtTheSameMomentWithoutADeadlock() throws Exception {
        CaseFile other = stores.given().openCase("Second", manager);
        List<DocumentId> mine = new ArrayList<>();
        List<DocumentId> theirs = new ArrayList<>();
        for (int each = 0; each < 10; each++) {
            mine.add(stores.given().filed(file, "a" + each));
            theirs.add(stores.given().filed(other, "b" + each));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            mine.forEach(each -> all.add(
                    threads.submit(() -> documents.file(each, stores.given().into(other), null, manager))));
            theirs.forEach(each -> all.add(
                    threads.submit(() -> documents.file(each, stores.given().into(file), null, manager))));
            for (Future<?> each : all) {
                each.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(documents.countOf(file.id())).isEqualTo(10);
        assertThat(stores.journal().firstBreak(file.id())).isEmpty();
        assertThat(stores.journal().firstBreak(other.id())).isEmpty();
    }

    @Test
    void readsAgainOnlyWhatWaitsForAPerson() {
        DocumentId id = stores.given().waiting("letter.txt", "text");
        Document again = documents.retry(id, clerk);
        assertThat(again.state()).isEqualTo(DocumentState.RECEIVED);
        assertThat(again.reason()).isNull();
        assertThat(documents.startReading(id)).isTrue();
        documents.recordRead(id, stores.given().reading("text"));
        assertThatThrownBy(() -> documents.retry(id, clerk)).isInstanceOf(Conflict.class);
        DocumentId filed = stores.given().filed(file, "b.txt");
        assertThatThrownBy(() -> documents.retry(filed, manager)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> documents.retry(filed, clerk)).isInstanceOf(NotFound.class);
    }

    @Test
    void showsOnlyCandidatesThatTheViewerMaySeeOrFileInto() {
        CaseFile sealed = stores.given().sealedCase("Sealed", manager);
        DocumentId id = stores.given().read("letter.txt");
        Candidate open = stores.given().candidate(file);
        documents.toInbox(id, List.of(open, stores.given().candidate(sealed)), "several-references|a, b");
        assertThat(documents.candidates(id, clerk)).containsExactly(open);
        assertThat(documents.candidates(id, manager)).hasSize(2);
        assertThat(documents.get(id, manager).reason()).isEqualTo("several-references|a, b");
    }

    @Test
    void tellsWhoPostedItHowFarItIsAlsoOnceItIsInACaseOfOthers() {
        Viewer scanner = stores.user(Role.EXTERNAL_SYSTEM);
        DocumentId id = documents
                .receive(stores.given().itemOf(scanner, "scan.txt"), Wishes.NONE)
                .document();
        assertThat(documents.get(id, scanner).state()).isEqualTo(DocumentState.RECEIVED);
        documents.toInbox(id, List.of(), null);
        documents.file(id, stores.given().into(file), null, clerk);
        assertThat(documents.standing(id, scanner).state()).isEqualTo(DocumentState.FILED);
        assertThatThrownBy(() -> documents.get(id, scanner)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.opened(id, scanner)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.standing(id, clerk)).isInstanceOf(NotFound.class);
    }

    @Test
    void notesOnceAnHourThatSomebodyOpenedIt() {
        DocumentId id = stores.given().filed(file, "letter.txt");
        documents.opened(id, manager);
        documents.opened(id, manager);
        assertThat(entries(file, Action.DOCUMENT_OPENED)).hasSize(1);
        stores.clock().advance(Duration.ofMinutes(61));
        documents.opened(id, manager);
        assertThat(entries(file, Action.DOCUMENT_OPENED)).hasSize(2);
    }

    @Test
    void findsTheCaseThatHoldsAMail() {
        NewItem mail = new NewItem(
                Channel.MAIL,
                null,
                stores.given().stored("mail"),
                "Hello",
                null,
                null,
                "<1@example.org>",
                List.of(),
                List.of(),
                null);
        DocumentId id = documents.receive(mail, Wishes.NONE).document();
        assertThat(documents.filedFromMessages(List.of("<1@example.org>"))).isEmpty();
        documents.toInbox(id, List.of(), null);
        documents.file(id, stores.given().into(file), null, clerk);
        assertThat(documents.filedFromMessages(List.of("<0@example.org>", "<1@example.org>")))
                .extracting(Document::caseId)
                .containsExactly(file.id());
    }

    private List<JournalEntry> entries(CaseFile of, Action action) {
        return stores.journal()
                .ofCase(of.id(), Set.of(action), PageRequest.first(50))
                .items();
    }
}
