package io.liasse.store.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.InvalidInput;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.BulkEdit.Change;
import io.liasse.store.document.BulkEdit.Outcome;
import io.liasse.store.document.BulkEdit.Refusal;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.tag.Tag;
import io.liasse.store.tag.Tags;
import io.liasse.store.testing.Stores;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkEditTest {
    private final Stores stores = Stores.fresh();
    private final Documents documents = stores.documents();
    private final BulkEdit bulk = stores.bean(BulkEdit.class);
    private final Viewer supervisor = stores.user(Role.SUPERVISOR);
    private final Viewer clerk = stores.user(Role.CLERK);
    private final Viewer officer = stores.user(Role.RECORDS_OFFICER);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final CaseFile file = stores.given().openCase("Case", manager);

    @AfterEach
    void close() {
        stores.close();
    }

    private static Change type(String type) {
        return new Change(type, null, List.of(), List.of(), null, false);
    }

    private static final Change TRASH = new Change(null, null, List.of(), List.of(), null, true);

    private Change into(CaseFile target) {
        return new Change(null, null, List.of(), List.of(), target.id(), false);
    }

    private List<Action> journal(DocumentId id) {
        return stores.journal().ofDocument(id, PageRequest.first(20)).items().stream()
                .map(JournalEntry::action)
                .toList();
    }

    @Test
    void changesWhatMayBeChangedAndSaysWhyTheRestMayNot() {
        DocumentId mine = stores.given().filed(file, "mine.txt");
        DocumentId others = stores.given().filed(stores.given().openCase("Other", supervisor), "others.txt");
        DocumentId fresh = stores.given().received("fresh.txt");
        DocumentId waiting = stores.given().waiting("waiting.txt");
        DocumentId nothing = new DocumentId(UUID.randomUUID());
        List<Outcome> outcomes =
                bulk.apply(List.of(mine, others, fresh, waiting, nothing, mine), type("invoice"), supervisor);
        assertThat(outcomes)
                .extracting(Outcome::document, Outcome::refusal)
                .hasToString(List.of(
                                org.assertj.core.groups.Tuple.tuple(mine, null),
                                org.assertj.core.groups.Tuple.tuple(others, null),
                                org.assertj.core.groups.Tuple.tuple(fresh, Refusal.CONFLICT),
                                org.assertj.core.groups.Tuple.tuple(waiting, null),
                                org.assertj.core.groups.Tuple.tuple(nothing, Refusal.NOT_FOUND))
                        .toString());
        assertThat(Stream.of(mine, others, waiting).map(each -> documents.get(each, supervisor)))
                .allMatch(each -> "invoice".equals(each.type()));
        assertThat(documents.get(waiting, supervisor).state()).isEqualTo(DocumentState.INBOX);
        assertThat(journal(mine)).startsWith(Action.DOCUMENT_CHANGED);
        assertThat(journal(waiting)).startsWith(Action.DOCUMENT_CHANGED);
        assertThat(journal(fresh)).doesNotContain(Action.DOCUMENT_CHANGED);
    }

    @Test
    void authorisesEachDocument() {
        DocumentId mine = stores.given().filed(file, "mine.txt");
        DocumentId others = stores.given().filed(stores.given().openCase("Other", supervisor), "others.txt");
        assertThat(bulk.apply(List.of(mine, others), TRASH, manager))
                .extracting(Outcome::refusal)
                .containsExactly(null, Refusal.NOT_FOUND);
        assertThat(bulk.apply(List.of(others), TRASH, officer))
                .extracting(Outcome::refusal)
                .containsExactly(Refusal.NOT_ALLOWED);
        assertThat(documents.get(others, supervisor).state()).isEqualTo(DocumentState.FILED);
        assertThat(journal(mine)).startsWith(Action.DOCUMENT_TRASHED);
    }

    @Test
    void setsDateTagsAndCaseInOneGo() {
        Tags tags = stores.bean(Tags.class);
        tags.create("Urgent", Tag.Colour.RED, supervisor);
        tags.create("Old", Tag.Colour.GREY, supervisor);
        DocumentId id = stores.given().waiting("letter.txt");
        tags.change(id, List.of("Old"), List.of(), clerk);
        LocalDate day = LocalDate.of(2026, 3, 1);
        Change all = new Change("letter", day, List.of("Urgent"), List.of("Old"), file.id(), false);
        assertThat(bulk.apply(List.of(id), all, supervisor)).allMatch(Outcome::done);
        Document changed = documents.get(id, supervisor);
        assertThat(changed.caseReference()).isEqualTo(file.reference());
        assertThat(changed.date()).isEqualTo(day);
        assertThat(tags.of(id)).extracting(Tag::name).containsExactly("Urgent");
        assertThat(journal(id)).startsWith(Action.DOCUMENT_FILED, Action.DOCUMENT_TAGGED);
    }

    /** A clerk files into a case of others, and may then not throw it away any more: both or neither. */
    @Test
    void changesADocumentWhollyOrNotAtAll() {
        DocumentId id = stores.given().waiting("letter.txt");
        Change both = new Change(null, null, List.of(), List.of(), file.id(), true);
        assertThat(bulk.apply(List.of(id), both, clerk))
                .extracting(Outcome::refusal)
                .containsExactly(Refusal.NOT_FOUND);
        assertThat(documents.get(id, clerk).state()).isEqualTo(DocumentState.INBOX);
    }

    @Test
    void movesNothingIntoAClosedCase() {
        CaseFile closed = stores.given().openCase("Closed", manager);
        stores.sql()
                .sql("update case_file set state = 'CLOSED' where id = :id")
                .param("id", closed.id().value())
                .update();
        DocumentId id = stores.given().filed(file, "letter.txt");
        assertThat(bulk.apply(List.of(id), into(closed), manager))
                .extracting(Outcome::refusal)
                .containsExactly(Refusal.CONFLICT);
    }

    @Test
    void refusesAnOrderThatMakesNoSense() {
        List<DocumentId> one = List.of(stores.given().waiting("letter.txt"));
        List<DocumentId> many = Stream.generate(() -> new DocumentId(UUID.randomUUID()))
                .limit(501)
                .toList();
        assertThatThrownBy(() -> bulk.apply(many, TRASH, clerk)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> bulk.apply(List.of(), TRASH, clerk)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> bulk.apply(one, type("no-such-type"), clerk)).isInstanceOf(InvalidInput.class);
        Change nothing = new Change(null, null, List.of(), List.of(), null, false);
        assertThatThrownBy(() -> bulk.apply(one, nothing, clerk)).isInstanceOf(InvalidInput.class);
        Change unknown = new Change(null, null, List.of("no such tag"), List.of(), null, false);
        assertThatThrownBy(() -> bulk.apply(one, unknown, clerk)).isInstanceOf(InvalidInput.class);
    }
}
