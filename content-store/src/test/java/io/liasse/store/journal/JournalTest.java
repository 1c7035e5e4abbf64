package io.liasse.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.DocumentId;
import io.liasse.store.testing.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalTest {
    private static final Actor ACTOR = Actor.program("test");

    private final Stores stores = Stores.fresh();
    private final Journal journal = stores.journal();
    private final CaseId caseId = new CaseId(UUID.randomUUID());

    @AfterAll
    void close() {
        stores.close();
    }

    private static NewEntry noted(String text) {
        return NewEntry.of(Action.CASE_NOTED, ACTOR).with(Map.of("text", text));
    }

    @Test
    void givesBackWhatWasAppended() {
        DocumentId document = new DocumentId(UUID.randomUUID());
        NewEntry entry = noted("déjà vu 👋").in(caseId).about(document);
        journal.append(entry);
        JournalEntry read =
                journal.ofDocument(document, PageRequest.first(1)).items().getFirst();
        assertThat(read.action()).isEqualTo(Action.CASE_NOTED);
        assertThat(read.actor()).isEqualTo(ACTOR);
        assertThat(read.caseId()).isEqualTo(caseId);
        assertThat(read.details()).isEqualTo(entry.details());
        assertThat(journal.firstBreak(caseId)).isEmpty();
    }

    @Test
    void keepsTextThatTheDatabaseCannotHoldInAFormThatItCan() {
        CaseId odd = new CaseId(UUID.randomUUID());
        journal.append(noted("nul \0 and half a pair \uD83D").in(odd));
        assertThat(journal.ofCase(odd, Set.of(), PageRequest.first(1))
                        .items()
                        .getFirst()
                        .details())
                .containsEntry("text", "nul \uFFFD and half a pair \uFFFD");
        assertThat(journal.firstBreak(odd)).isEmpty();
    }

    @Test
    void commitsWithTheChangeOrNotAtAll() {
        CaseId undone = new CaseId(UUID.randomUUID());
        stores.transactions().executeWithoutResult(transaction -> {
            journal.append(noted("never").in(undone));
            transaction.setRollbackOnly();
        });
        assertThat(journal.ofCase(undone, Set.of(), PageRequest.first(1)).items())
                .isEmpty();
        assertThat(journal.firstBreak(undone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal set actor = 'somebody else'",
                "delete from journal",
                "truncate journal",
                "update journal set details = '{}' where seq = (select max(seq) from journal)"
            })
    void cannotBeRewritten(String attempt) {
        journal.append(noted("stays"));
        assertThatThrownBy(() -> stores.sql().sql(attempt).update()).rootCause().hasMessageContaining("append-only");
    }

    @Test
    void pagesTheEntriesOfACaseNewestFirstAndOfTheActionsWanted() {
        CaseId own = new CaseId(UUID.randomUUID());
        for (int each = 1; each <= 7; each++) {
            journal.append(noted("note " + each).in(own));
            journal.append(NewEntry.of(Action.CASE_VIEWED, ACTOR).in(own));
        }
        List<String> texts = new ArrayList<>();
        String cursor = null;
        do {
            Page<JournalEntry> page = journal.ofCase(own, Set.of(Action.CASE_NOTED), new PageRequest(3, cursor));
            page.items().forEach(each -> texts.add(each.details().get("text")));
            cursor = page.next();
        } while (cursor != null);
        assertThat(texts).containsExactly("note 7", "note 6", "note 5", "note 4", "note 3", "note 2", "note 1");
    }

    @Test
    void letsAReaderThatWantsOnlyNewEntriesBeginNow() {
        journal.append(noted("old"));
        JournalPosition now = journal.now();
        journal.append(noted("new"));
        assertThat(journal.after(now, 10))
                .extracting(each -> each.details().get("text"))
                .containsExactly("new");
    }
}
