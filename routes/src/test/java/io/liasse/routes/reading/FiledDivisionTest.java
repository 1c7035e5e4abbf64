package io.liasse.routes.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.liasse.routes.PageEditing;
import io.liasse.routes.PageEditing.PageOrder;
import io.liasse.routes.testing.Program;
import io.liasse.routes.testing.Stack;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.PageRequest;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.Viewer;
import io.liasse.store.awaited.Awaited;
import io.liasse.store.awaited.AwaitedDocuments;
import io.liasse.store.awaited.AwaitedId;
import io.liasse.store.awaited.NewAwaited;
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.cost.CostEntryId;
import io.liasse.store.cost.Costs;
import io.liasse.store.cost.NewCostEntry;
import io.liasse.store.document.Corrections;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Field;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.PageEdits;
import io.liasse.store.document.PageHint;
import io.liasse.store.document.PageText;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.document.SourcePage;
import io.liasse.store.document.Trash;
import io.liasse.store.filing.FilingDecisions;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Journal;
import io.liasse.store.tag.Marks;
import io.liasse.store.tag.Tag;
import io.liasse.store.tag.Tags;
import io.liasse.store.task.NewTask;
import io.liasse.store.task.TaskId;
import io.liasse.store.task.Tasks;
import io.liasse.store.testing.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiledDivisionTest {
    private static final String IBAN = "CH5604835012345678009";

    private Program program;
    private PageEditing editing;
    private Viewer chief;

    @BeforeAll
    void start(@TempDir Path folder) {
        program = Program.start(
                folder, TestDatabase.fresh(), "liasse.reading.enabled=true", "liasse.reading.poll-interval=1h");
        editing = program.get(PageEditing.class);
        chief = program.everybody();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void dividesWhatIsFiledWhereItLies() throws IOException {
        CaseFile file = program.openCase("Divided");
        Document stack = filed(file, "stack.pdf", "alpha", "beta", "gamma");
        correct(stack, 2, "beta corrected by hand");
        program.documents().keepHints(stack.id(), List.of(3), List.of(new PageHint(3, PageHint.Kind.BLURRED)));
        assertThat(split(stack, 2).state()).isEqualTo(DocumentState.RECEIVED);
        List<Document> made = made(stack);
        assertThat(made)
                .extracting(Document::title, Document::state, Document::caseId, Document::type, Document::date)
                .containsExactly(
                        tuple("stack (1).pdf", DocumentState.FILED, file.id(), "letter", LocalDate.of(2026, 5, 4)),
                        tuple("stack (2–3).pdf", DocumentState.FILED, file.id(), "letter", null));
        assertThat(made).extracting(Document::filedAt).containsOnly(stack.filedAt());
        assertThat(texts(made.getFirst())).containsExactly("alpha");
        assertThat(texts(made.getLast())).containsExactly("beta", "gamma");
        for (Document each : made) {
            assertThat(program.documents().rendition(each.id(), RenditionKind.PDF, 0))
                    .isPresent();
            assertThat(program.documents().rendition(each.id(), RenditionKind.ALTO, 0))
                    .isPresent();
        }
        assertThat(program.get(Corrections.class).texts(made.getLast().id()))
                .first()
                .isEqualTo("beta corrected by hand");
        assertThat(program.documents().hints(made.getLast().id()))
                .extracting(PageHint::page, PageHint::kind)
                .containsExactly(tuple(2, PageHint.Kind.BLURRED));
        assertThat(program.documents().sources(made.getLast().id()))
                .containsExactly(new SourcePage(stack.id(), 2), new SourcePage(stack.id(), 3));
        Document kept = program.document(stack.id());
        assertThat(kept.state()).isEqualTo(DocumentState.DIVIDED);
        assertThat(kept.caseId()).isEqualTo(file.id());
        assertThat(kept.sha256()).isEqualTo(stack.sha256());
        assertThat(program.documents().countOf(file.id())).isEqualTo(2);
        assertThat(listed(file)).containsExactlyInAnyOrderElementsOf(ids(made));
        assertThat(actions(file))
                .contains(Action.DIVISION_ORDERED, Action.DOCUMENT_DIVIDED)
                .filteredOn(Action.DOCUMENT_MADE::equals)
                .hasSize(2);

        assertThat(program.documents().undoDivision(stack.id(), chief)).containsExactly(stack.id());
        Document whole = program.document(stack.id());
        assertThat(whole.state()).isEqualTo(DocumentState.FILED);
        assertThat(whole.filedAt()).isEqualTo(stack.filedAt());
        assertThat(texts(whole)).containsExactly("alpha", "beta", "gamma");
        assertThat(listed(file)).containsExactly(stack.id());
        assertThat(program.documents().find(made.getFirst().id())).isEmpty();
        assertThat(actions(file)).contains(Action.DIVISION_UNDONE, Action.DOCUMENT_WITHDRAWN);
    }

    @Test
    void takesAlongWhatPeoplePutOnIt() throws IOException {
        CaseFile file = program.openCase("With belongings");
        Document stack =
                filed(file, "belongings.pdf", "alpha", "beta, about IBAN CH93 0076 2011 6238 5295 7.", "gamma");
        program.documents()
                .file(
                        stack.id(),
                        new FilingOrder(file.id(), null, null, null, Map.of("iban", IBAN, "remark", "by hand")),
                        null,
                        chief);
        Tags tags = program.get(Tags.class);
        tags.create("belonging", Tag.Colour.BLUE, chief);
        tags.change(stack.id(), List.of("belonging"), List.of(), chief);
        Marks marks = program.get(Marks.class);
        marks.set(stack.id(), false, chief);
        TaskId task = task(file.id(), stack.id());
        AwaitedId awaited = awaited(file.id(), stack.id());
        CostEntryId cost = cost(file.id(), stack.id());
        split(stack, 2);
        List<Document> made = made(stack);
        assertThat(field(made.getLast(), "iban")).satisfies(field -> {
            assertThat(field.value()).isEqualTo(IBAN);
            assertThat(field.page()).isEqualTo(1);
        });
        assertThat(setByPeople(made.getLast())).containsExactly("iban");
        assertThat(setByPeople(made.getFirst())).containsExactly("remark");
        assertThat(tags.ofDocuments(ids(made)).values())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).extracting(Tag::name).containsExactly("belonging"));
        assertThat(marks.of(made.getFirst().id(), chief).own()).isTrue();
        assertThat(marks.of(made.getLast().id(), chief).own()).isFalse();
        assertThat(marks.page(false, chief, PageRequest.first(50)).items())
                .extracting(Marks.Marked::id)
                .contains(made.getFirst().id())
                .doesNotContain(stack.id());
        assertThat(of(file, task)).isEqualTo(made.getFirst().id());
        assertThat(of(file, awaited)).isEqualTo(made.getFirst().id());
        assertThat(of(file, cost)).isEqualTo(made.getFirst().id());
        TaskId later = task(file.id(), made.getLast().id());
        marks.clear(made.getFirst().id(), false, chief);
        marks.set(made.getLast().id(), true, chief);
        correct(made.getLast(), 1, "beta corrected in the part");

        program.documents().undoDivision(stack.id(), chief);
        assertThat(List.of(of(file, task), of(file, later), of(file, awaited), of(file, cost)))
                .containsOnly(stack.id());
        assertThatThrownBy(() -> cost(file.id(), made.getFirst().id())).isInstanceOf(InvalidInput.class);
        assertThat(marks.of(stack.id(), chief).own()).isFalse();
        assertThat(marks.of(stack.id(), chief).sharedBy()).isNotNull();
        assertThat(program.get(Corrections.class).texts(stack.id())).element(1).isEqualTo("beta corrected in the part");
        assertThat(setByPeople(stack)).containsExactly("iban", "remark");
        assertThat(tags.ofDocuments(List.of(stack.id()))).hasSize(1);
    }

    @Test
    void putsDocumentsOfACaseTogetherInTheOrderChosen() throws IOException {
        CaseFile file = program.openCase("Put together");
        Document first = filed(file, "first.pdf", "alpha");
        Document second = filed(file, "second.pdf", "beta", "gamma");
        Document third = filed(file, "third.pdf", "delta");
        TaskId task = task(file.id(), second.id());
        TaskId other = task(file.id(), third.id());
        program.documents()
                .file(third.id(), new FilingOrder(file.id(), "invoice", "Our dossier", null, Map.of()), null, chief);
        editing.merge(third.id(), List.of(first.id(), second.id()), null, chief);
        settled(third.id());
        Document whole = made(first).getFirst();
        assertThat(texts(whole)).containsExactly("delta", "alpha", "beta", "gamma");
        assertThat(whole)
                .extracting(Document::title, Document::type, Document::state, Document::caseId)
                .containsExactly("Our dossier", "invoice", DocumentState.FILED, file.id());
        assertThat(listed(file)).containsExactly(whole.id());
        assertThat(actions(file)).filteredOn(Action.DOCUMENT_MERGED::equals).hasSize(3);
        assertThat(List.of(of(file, task), of(file, other))).containsOnly(whole.id());

        program.documents().undoDivision(second.id(), chief);
        assertThat(listed(file)).containsExactlyInAnyOrder(first.id(), second.id(), third.id());
        assertThat(of(file, task)).isEqualTo(second.id());
        assertThat(of(file, other)).isEqualTo(third.id());
        assertThat(texts(program.document(second.id()))).containsExactly("beta", "gamma");
    }

    @Test
    void isNotUndoneWhenWhatWasMadeHasChanged() throws IOException {
        CaseFile file = program.openCase("Changed since");
        CaseFile elsewhere = program.openCase("Elsewhere");
        Document stack = filed(file, "changed.pdf", "alpha", "beta");
        split(stack, 2);
        Document part = made(stack).getLast();
        program.get(Trash.class).put(part.id(), null, chief);
        refusesToUndo(stack, "in the trash");
        program.get(Trash.class).restore(part.id(), chief);
        refusesToUndo(stack, "changed since");

        Document moved = filed(file, "moved.pdf", "alpha", "beta");
        split(moved, 2);
        program.documents()
                .file(
                        made(moved).getFirst().id(),
                        new FilingOrder(elsewhere.id(), null, null, null, Map.of()),
                        null,
                        chief);
        refusesToUndo(moved, "changed since");

        Document turned = filed(file, "turned.pdf", "alpha", "beta", "gamma");
        split(turned, 2);
        Document two = made(turned).getLast();
        editing.arrange(two.id(), new PageOrder(List.of(2, 1), Map.of(), List.of()), null, chief);
        settled(two.id());
        assertThat(texts(program.document(two.id()))).containsExactly("gamma", "beta");
        refusesToUndo(turned, "changed since");

        Document closing = filed(elsewhere, "closing.pdf", "alpha", "beta");
        split(closing, 2);
        made(closing);
        close(elsewhere);
        refusesToUndo(closing, "closed");
        assertThat(program.document(closing.id()).state()).isEqualTo(DocumentState.DIVIDED);
    }

    private void refusesToUndo(Document document, String why) {
        assertThatThrownBy(() -> program.documents().undoDivision(document.id(), chief))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesWhatTheCaseOrTheRightsDoNotAdmit() throws IOException {
        CaseFile file = program.openCase("Refusing");
        CaseFile other = program.openCase("Another");
        Document here = filed(file, "here.pdf", "alpha", "beta");
        Document there = filed(other, "there.pdf", "gamma");
        Document waiting = read("waiting.pdf", "delta");
        Document thrown = filed(file, "thrown.pdf", "epsilon");
        program.get(Trash.class).put(thrown.id(), null, chief);
        for (Document each : List.of(there, waiting, thrown)) {
            assertThatThrownBy(() -> editing.merge(here.id(), List.of(each.id()), null, chief))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            problem -> assertThat(problem.field()).isEqualTo("with"));
        }
        User reading = program.user("reads-filed", Role.CASE_MANAGER);
        program.get(CaseFiles.class).grant(file.id(), reading.id(), CaseRight.READ, chief);
        Viewer outsider = program.user("outside-of-filed", Role.CASE_MANAGER).viewer();
        assertThatThrownBy(() -> editing.arrange(here.id(), at(2), null, reading.viewer()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> editing.arrange(here.id(), at(2), null, outsider))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> editing.arrange(here.id(), at(2), here.version() - 1, chief))
                .isInstanceOfSatisfying(
                        Conflict.class, stale -> assertThat(stale.stale()).isTrue());
        program.sql()
                .sql("update document set state = 'NEEDS_PASSWORD' where id = :id")
                .param("id", waiting.id().value())
                .update();
        assertThatThrownBy(() -> editing.merge(here.id(), List.of(waiting.id()), null, chief))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("could not be read");
        close(file);
        assertThatThrownBy(() -> editing.arrange(here.id(), at(2), null, chief))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("closed");
        assertThat(program.document(here.id())).isEqualTo(here);
        assertThat(program.document(there.id())).isEqualTo(there);
    }

    @Test
    void hidesTheWholeFromThoseWhoMayNotSeeAllItsPages() throws IOException {
        CaseFile file = program.openCase("Some see");
        CaseFile sealed = program.sealedCase("Few see");
        User manager = program.user("sees-some", Role.CASE_MANAGER);
        program.get(CaseFiles.class).grant(file.id(), manager.id(), CaseRight.WRITE, chief);
        Document stack = filed(file, "secret.pdf", "alpha", "beta");
        editing.arrange(stack.id(), at(2), null, manager.viewer());
        settled(stack.id());
        assertThat(program.documents().get(stack.id(), manager.viewer()).state())
                .isEqualTo(DocumentState.DIVIDED);
        assertThat(program.get(PageEdits.class).madeOf(stack.id(), manager.viewer()))
                .hasSize(2);
        program.documents()
                .file(
                        made(stack).getLast().id(),
                        new FilingOrder(sealed.id(), null, null, null, Map.of()),
                        null,
                        chief);
        assertThatThrownBy(() -> program.documents().get(stack.id(), manager.viewer()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> program.documents().undoDivision(stack.id(), manager.viewer()))
                .isInstanceOf(NotFound.class);
        assertThat(program.documents().get(stack.id(), chief).id()).isEqualTo(stack.id());
    }

    @Test
    void teachesFilingAndTypesNothing() throws IOException {
        CaseFile file = program.openCase("Learned from");
        DocumentId id = read("about %s.pdf".formatted(file.reference()), "alpha " + file.reference(), "beta", "gamma")
                .id();
        Document alone = program.document(id);
        assertThat(alone.state()).isEqualTo(DocumentState.FILED);
        FilingDecisions decisions = program.get(FilingDecisions.class);
        assertThat(decisions.known(100)).anyMatch(each -> each.document().equals(id));
        long examples = count("type_example");
        long decided = count("filing_decision");
        split(alone, 2);
        List<Document> made = made(alone);
        assertThat(decisions.known(100))
                .noneMatch(each -> each.document().equals(id) || ids(made).contains(each.document()));
        assertThat(count("type_example")).isEqualTo(examples);
        assertThat(count("filing_decision")).isEqualTo(decided);
        assertThat(decisions.of(id)).isPresent();
        assertThat(decisions.steps(made.getFirst().id()))
                .extracting(FilingDecisions.Step::action)
                .containsExactly(Action.DOCUMENT_MADE);
        program.documents().undoDivision(id, chief);
        assertThat(decisions.known(100)).anyMatch(each -> each.document().equals(id));
    }

    private long count(String table) {
        return program.sql()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private void close(CaseFile file) {
        CaseFile now = program.get(CaseFiles.class).find(file.reference()).orElseThrow();
        program.get(CaseFiles.class)
                .change(file.id(), new CaseChange(null, null, CaseState.CLOSED, null, null), now.version(), chief);
    }

    private TaskId task(CaseId caseId, DocumentId document) {
        return program.get(Tasks.class)
                .add(caseId, new NewTask("Look at it", null, null, null, document), chief)
                .id();
    }

    private DocumentId of(CaseFile file, TaskId task) {
        return program.get(Tasks.class).get(file.id(), task, chief).document();
    }

    private CostEntryId cost(CaseId caseId, DocumentId document) {
        NewCostEntry entry = new NewCostEntry("Paid", LocalDate.of(2026, 7, 1), null, null, BigDecimal.TEN, document);
        return program.get(Costs.class).add(caseId, entry, chief).id();
    }

    private DocumentId of(CaseFile file, CostEntryId cost) {
        return program.get(Costs.class).get(file.id(), cost, chief).document();
    }

    private AwaitedId awaited(CaseId caseId, DocumentId document) {
        AwaitedDocuments all = program.get(AwaitedDocuments.class);
        Awaited open = all.add(caseId, new NewAwaited("The report", null, null, null, null), chief);
        return all.arrived(caseId, open.id(), document, open.version(), chief).id();
    }

    private DocumentId of(CaseFile file, AwaitedId awaited) {
        return program.get(AwaitedDocuments.class)
                .get(file.id(), awaited, chief)
                .document();
    }

    private List<String> setByPeople(Document document) {
        return program.sql()
                .sql("select name from document_field where document_id = :id and by_person order by name")
                .param("id", document.id().value())
                .query(String.class)
                .list();
    }

    private Field field(Document document, String name) {
        return program.documents().fields(document.id()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Action> actions(CaseFile file) {
        return program.get(Journal.class).ofCase(file.id(), Set.of(), PageRequest.first(100)).items().stream()
                .map(each -> each.action())
                .toList();
    }

    private List<DocumentId> listed(CaseFile file) {
        return ids(program.documents()
                .page(DocumentQuery.of(file.id()), chief, PageRequest.first(50))
                .items());
    }

    private static List<DocumentId> ids(List<Document> documents) {
        return documents.stream().map(Document::id).toList();
    }

    private Document split(Document document, Integer... at) {
        return editing.arrange(document.id(), at(at), null, chief);
    }

    private static PageOrder at(Integer... pages) {
        return new PageOrder(null, Map.of(), Arrays.asList(pages));
    }

    /** Waits until they are there. */
    private List<Document> made(Document source) {
        settled(source.id());
        return program.get(PageEdits.class).madeOf(source.id(), chief);
    }

    private List<String> texts(Document document) {
        List<String> first = new ArrayList<>();
        for (PageText page : program.documents().pages(document.id())) {
            first.add(page.text().strip().split("[ ,\\n]")[0]);
        }
        return first;
    }

    private void correct(Document document, int page, String text) {
        Corrections corrections = program.get(Corrections.class);
        corrections.correct(
                document.id(),
                page,
                text,
                corrections.page(document.id(), page, chief).revision(),
                chief);
    }

    private Document filed(CaseFile file, String name, String... pages) throws IOException {
        Document read = read(name, pages);
        return program.documents()
                .file(
                        read.id(),
                        new FilingOrder(file.id(), "letter", null, LocalDate.of(2026, 5, 4), Map.of()),
                        null,
                        chief);
    }

    private Document read(String name, String... pages) throws IOException {
        Stack stack = new Stack();
        for (String page : pages) {
            stack.page(page);
        }
        DocumentId id = program.receive(Program.upload(name), stack.pdf()).document();
        settled(id);
        return program.document(id);
    }

    private void settled(DocumentId id) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> program.document(id).state().isFinal());
    }
}
