package io.liasse.store.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.Trash;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.testing.Stores;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TagsTest {
    private static final PageRequest PAGE = PageRequest.first(20);

    private final Stores stores = Stores.fresh();
    private final Tags tags = stores.bean(Tags.class);
    private final Marks marks = stores.bean(Marks.class);
    private final Viewer supervisor = stores.user(Role.SUPERVISOR);
    private final Viewer clerk = stores.user(Role.CLERK);
    private final Viewer officer = stores.user(Role.RECORDS_OFFICER);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final CaseFile file = stores.given().openCase("Case", manager);

    @AfterEach
    void close() {
        stores.close();
    }

    private List<String> names(DocumentId id) {
        return tags.of(id).stream().map(Tag::name).toList();
    }

    @Test
    void areManagedByFewAndFoundByAPartOfTheirName() {
        tags.create("Dringend", Tag.Colour.RED, supervisor);
        tags.create("Rückfrage", Tag.Colour.BLUE, stores.user(Role.ADMINISTRATOR));
        assertThat(tags.matching("RUCK", 10)).extracting(Tag::name).containsExactly("Rückfrage");
        assertThat(tags.matching("", 1)).extracting(Tag::name).containsExactly("Dringend");
        assertThat(tags.matching("%_", 10)).hasSize(2);
        assertThatThrownBy(() -> tags.create("x", Tag.Colour.RED, clerk)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tags.create("dringend", Tag.Colour.BLUE, supervisor))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> tags.create(" ", Tag.Colour.BLUE, supervisor)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> tags.create("x".repeat(41), Tag.Colour.BLUE, supervisor))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void keepOnThingsWhenTheyAreCalledOtherwiseAndLeaveWithTheTag() {
        Tag tag = tags.create("Old", Tag.Colour.GREY, supervisor);
        DocumentId id = stores.given().filed(file, "letter.txt");
        tags.change(id, List.of("old"), List.of(), manager);
        Tag renamed = tags.change(new Tag(tag.id(), "New", Tag.Colour.GREEN, tag.version()), supervisor);
        assertThat(names(id)).containsExactly("New");
        assertThatThrownBy(() -> tags.change(tag, supervisor)).isInstanceOf(Conflict.class);
        tags.remove(renamed.id(), supervisor);
        assertThat(names(id)).isEmpty();
        assertThatThrownBy(() -> tags.get(tag.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void arePutOnDocumentsByThoseWhoMayEditThemOnce() {
        tags.create("A", Tag.Colour.GREY, supervisor);
        tags.create("B", Tag.Colour.GREY, supervisor);
        DocumentId id = stores.given().filed(file, "letter.txt");
        long version = stores.documents().get(id, manager).version();
        tags.change(id, List.of("A", "B"), List.of(), manager);
        tags.change(id, List.of("A"), List.of(), manager);
        tags.change(id, List.of(), List.of("B"), manager);
        assertThat(names(id)).containsExactly("A");
        assertThat(stores.documents().get(id, manager).version()).isEqualTo(version + 2);
        List<JournalEntry> noted = stores.journal()
                .ofCase(file.id(), Set.of(Action.DOCUMENT_TAGGED), PAGE)
                .items();
        assertThat(noted).hasSize(2);
        assertThat(noted.getLast().details()).containsEntry("tag", "A, B");
        assertThat(noted.getFirst().details()).containsEntry("untagged", "B");
        assertThatThrownBy(() -> tags.change(id, List.of("A"), List.of(), officer))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tags.change(id, List.of("A"), List.of(), clerk))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tags.change(id, List.of("unknown"), List.of(), manager))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void narrowTheDocumentsOfACase() {
        Tag tag = tags.create("A", Tag.Colour.GREY, supervisor);
        DocumentId tagged = stores.given().filed(file, "one.txt");
        stores.given().filed(file, "two.txt");
        tags.change(tagged, List.of("A"), List.of(), manager);
        assertThat(stores.documents()
                        .page(new DocumentQuery(Set.of(), file.id(), null, null, tag.id()), manager, PAGE)
                        .items())
                .extracting(Document::id)
                .containsExactly(tagged);
    }

    @Test
    void arePutOnCases() {
        tags.create("A", Tag.Colour.GREY, supervisor);
        tags.change(file.id(), List.of("A"), List.of(), manager);
        assertThat(tags.of(file.id())).extracting(Tag::name).containsExactly("A");
        assertThat(stores.journal()
                        .ofCase(file.id(), Set.of(Action.CASE_TAGGED), PAGE)
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> tags.change(file.id(), List.of("A"), List.of(), officer))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tags.change(file.id(), List.of("A"), List.of(), clerk))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void marksOfOnesOwnAreKnownToNobodyElse() {
        DocumentId id = stores.given().filed(file, "letter.txt");
        marks.set(id, false, officer);
        marks.set(id, false, officer);
        assertThat(marks.of(id, officer)).isEqualTo(new Marks.Mark(true, null));
        assertThat(marks.of(id, manager)).isEqualTo(Marks.Mark.NONE);
        assertThat(marks.page(false, officer, PAGE).items()).hasSize(1);
        assertThat(marks.page(false, manager, PAGE).items()).isEmpty();
        assertThat(stores.journal().ofDocument(id, PAGE).items())
                .extracting(JournalEntry::action)
                .doesNotContain(Action.DOCUMENT_MARKED);
        assertThatThrownBy(() -> marks.set(id, false, clerk)).isInstanceOf(NotFound.class);
        marks.clear(id, false, officer);
        assertThat(marks.page(false, officer, PAGE).items()).isEmpty();
    }

    @Test
    void marksForAllAreSetByThoseWhoMayEditAndSeenByThoseWhoSee() {
        DocumentId id = stores.given().filed(file, "letter.txt");
        assertThatThrownBy(() -> marks.set(id, true, officer)).isInstanceOf(NotAllowed.class);
        marks.set(id, true, manager);
        marks.set(id, true, supervisor);
        assertThat(marks.of(id, officer)).isEqualTo(new Marks.Mark(false, manager.name()));
        assertThat(marks.page(true, officer, PAGE).items()).hasSize(1);
        assertThat(marks.page(true, clerk, PAGE).items()).isEmpty();
        stores.bean(Trash.class).put(id, null, manager);
        assertThat(marks.page(true, officer, PAGE).items()).isEmpty();
        stores.bean(Trash.class).restore(id, manager);
        marks.clear(id, true, supervisor);
        assertThat(marks.of(id, officer)).isEqualTo(Marks.Mark.NONE);
        assertThat(stores.journal().ofDocument(id, PAGE).items())
                .extracting(JournalEntry::action)
                .contains(Action.DOCUMENT_MARKED, Action.DOCUMENT_UNMARKED);
    }
}
