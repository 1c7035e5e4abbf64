package io.liasse.store.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.PageRequest;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.party.Party;
import io.liasse.store.testing.Stores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaseFilesTest {
    private final Stores stores = Stores.fresh();
    private final CaseFiles cases = stores.cases();
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final Viewer colleague = stores.user(Role.CASE_MANAGER);
    private final Viewer supervisor = stores.user(Role.SUPERVISOR);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void opensWithReferenceFirstPhaseRightsAndParticipants() {
        Party anna = stores.given().person("Meier Anna", supervisor);
        NewCase newCase = new NewCase(
                "complaint", "Lost parcel", false, manager.user(), List.of(new NewParticipant(anna.id(), "client")));
        CaseFile opened = cases.open(newCase, supervisor);
        int year = LocalDate.now(stores.clock()).getYear();
        assertThat(opened.reference()).isEqualTo(new CaseReference(year, 1));
        assertThat(opened.phase()).isEqualTo("intake");
        assertThat(opened.state()).isEqualTo(CaseState.OPEN);
        assertThat(cases.grants(opened.id(), manager))
                .extracting(Grant::user, Grant::right)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(manager.user(), CaseRight.MANAGE),
                        org.assertj.core.groups.Tuple.tuple(supervisor.user(), CaseRight.MANAGE));
        assertThat(cases.participants(opened.id(), manager))
                .extracting(Participant::party)
                .containsExactly(anna);
        assertThat(cases.get(opened.reference(), manager)).isEqualTo(opened);
        assertThat(cases.find(opened.reference())).contains(opened);
        assertThat(cases.countManagedBy(manager.user())).isOne();
    }

    @Test
    void givesEachCaseOpenedAtTheSameMomentANumberOfItsOwn() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<CaseFile>> opened = new ArrayList<>();
            for (int each = 0; each < 20; each++) {
                String title = "Case " + each;
                opened.add(threads.submit(() -> stores.given().openCase(title, manager)));
            }
            List<Integer> numbers = new ArrayList<>();
            for (Future<CaseFile> each : opened) {
                numbers.add(each.get(30, TimeUnit.SECONDS).reference().number());
            }
            assertThat(numbers).doesNotHaveDuplicates().contains(1, 20);
        }
    }

    @Test
    void beginsAtOneInANewYear() {
        stores.given().openCase("Old", manager);
        stores.clock().advance(Duration.ofDays(366));
        assertThat(stores.given().openCase("New", manager).reference().number()).isOne();
    }

    @Test
    void isOpenedByWhoWorksOnCasesOnly() {
        for (Role each : List.of(Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.EXTERNAL_SYSTEM)) {
            Viewer viewer = stores.user(each);
            assertThatThrownBy(() -> stores.given().openCase("x", viewer)).isInstanceOf(NotAllowed.class);
        }
        NewCase odd = new NewCase("poem", "x", false, null, List.of());
        assertThatThrownBy(() -> cases.open(odd, manager)).isInstanceOf(InvalidInput.class);
        NewCase nobody = new NewCase("audit", "x", false, new UserId(UUID.randomUUID()), List.of());
        assertThatThrownBy(() -> cases.open(nobody, manager)).isInstanceOf(NotFound.class);
    }

    @Test
    void isAbsentForWhoMayNotSeeIt() {
        CaseFile file = stores.given().openCase("Mine", manager);
        assertThatThrownBy(() -> cases.get(file.id(), colleague)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> cases.get(file.reference(), colleague)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> cases.grants(file.id(), colleague)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> cases.viewed(file.id(), colleague)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> cases.note(file.id(), "x", colleague)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> cases.get(stores.given().unusedReference(), manager))
                .isInstanceOf(NotFound.class);
        cases.grant(file.id(), colleague.user(), CaseRight.READ, manager);
        assertThat(cases.get(file.id(), colleague)).isEqualTo(file);
        assertThatThrownBy(() -> cases.note(file.id(), "x", colleague)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> cases.grant(file.id(), colleague.user(), CaseRight.WRITE, colleague))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void changesAndSaysWhat() {
        CaseFile file = stores.given().openCase("Before", manager);
        CaseFile changed = cases.change(
                file.id(), new CaseChange("After", "assessment", null, null, null), file.version(), manager);
        assertThat(changed.title()).isEqualTo("After");
        assertThat(changed.version()).isEqualTo(file.version() + 1);
        assertThat(entries(file, Action.CASE_CHANGED).getFirst().details())
                .isEqualTo(Map.of(
                        "title", "After", "titleBefore", "Before", "phase", "assessment", "phaseBefore", "intake"));
        assertThatThrownBy(() -> cases.change(
                        file.id(), new CaseChange("Again", null, null, null, null), file.version(), manager))
                .isInstanceOfSatisfying(
                        Conflict.class, each -> assertThat(each.stale()).isTrue());
        assertThatThrownBy(() -> cases.change(
                        file.id(), new CaseChange(null, "poetry", null, null, null), changed.version(), manager))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void closesAndReopens() {
        CaseFile file = stores.given().openCase("Case", manager);
        CaseFile closed = cases.change(
                file.id(), new CaseChange(null, null, CaseState.CLOSED, null, null), file.version(), manager);
        assertThat(closed.closedAt()).isNotNull();
        assertThat(entries(file, Action.CASE_CLOSED)).hasSize(1);
        CaseFile open = cases.change(
                file.id(), new CaseChange(null, null, CaseState.OPEN, null, null), closed.version(), manager);
        assertThat(open.closedAt()).isNull();
        assertThat(entries(file, Action.CASE_REOPENED)).hasSize(1);
    }

    @Test
    void handsOverToANewManagerAndTakesTheRightFromTheFormer() {
        CaseFile file = cases.open(new NewCase("audit", "x", false, manager.user(), List.of()), supervisor);
        cases.change(file.id(), new CaseChange(null, null, null, null, colleague.user()), file.version(), manager);
        assertThat(cases.get(file.id(), colleague).manager()).isEqualTo(colleague.user());
        assertThatThrownBy(() -> cases.get(file.id(), manager)).isInstanceOf(NotFound.class);
        assertThat(entries(file, Action.RIGHT_GRANTED)).hasSize(3);
        assertThat(entries(file, Action.RIGHT_REVOKED)).hasSize(1);
    }

    @Test
    void keepsSomebodyWhoManagesASealedCase() {
        CaseFile file = stores.given().sealedCase("Secret", manager);
        assertThatThrownBy(() -> cases.get(file.id(), supervisor)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> cases.revoke(file.id(), manager.user(), manager))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> cases.grant(file.id(), manager.user(), CaseRight.READ, manager))
                .isInstanceOf(Conflict.class);
        cases.grant(file.id(), colleague.user(), CaseRight.MANAGE, manager);
        cases.revoke(file.id(), manager.user(), manager);
        assertThatThrownBy(() -> cases.get(file.id(), manager)).isInstanceOf(NotFound.class);
        assertThat(cases.get(file.id(), colleague).sealed()).isTrue();
    }

    @Test
    void refusesToSealACaseThatNobodyWouldManage() {
        CaseFile file = stores.given().openCase("Open", manager);
        cases.revoke(file.id(), manager.user(), supervisor);
        assertThatThrownBy(() -> cases.change(
                        file.id(), new CaseChange(null, null, null, true, null), file.version(), supervisor))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void needsManageToSealOrAssign() {
        CaseFile file = stores.given().openCase("Case", manager);
        cases.grant(file.id(), colleague.user(), CaseRight.WRITE, manager);
        assertThatThrownBy(() -> cases.change(
                        file.id(), new CaseChange(null, null, null, true, null), file.version(), colleague))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> cases.change(
                        file.id(), new CaseChange(null, null, null, null, colleague.user()), file.version(), colleague))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void keepsParticipantsWithTheirRoleAndTime() {
        CaseFile file = stores.given().openCase("Case", manager);
        Party anna = stores.given().person("Meier Anna", manager);
        cases.addParticipant(file.id(), new NewParticipant(anna.id(), "client"), manager);
        cases.addParticipant(file.id(), new NewParticipant(anna.id(), "client"), manager);
        cases.addParticipant(file.id(), new NewParticipant(anna.id(), "insurer"), manager);
        assertThat(cases.participants(file.id())).hasSize(2);
        cases.endParticipant(file.id(), anna.id(), "client", manager);
        assertThat(cases.participants(file.id()))
                .filteredOn(each -> each.until() != null)
                .extracting(Participant::role)
                .containsExactly("client");
        cases.addParticipant(file.id(), new NewParticipant(anna.id(), "client"), manager);
        assertThat(cases.participants(file.id())).hasSize(3);
        assertThat(entries(file, Action.PARTICIPANT_ADDED)).hasSize(3);
        assertThatThrownBy(() -> cases.endParticipant(file.id(), anna.id(), "judge", manager))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void attachesOnlyPartiesThatTheViewerMaySee() {
        Party secret = stores.given().person("Geheim Gerda", colleague);
        stores.given().sealedCase("Sealed", colleague, new NewParticipant(secret.id(), "client"));
        CaseFile file = stores.given().openCase("Case", manager);
        assertThatThrownBy(() -> cases.addParticipant(file.id(), new NewParticipant(secret.id(), "client"), manager))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void findsByReferenceWordsOrParty() {
        Party anna = stores.given().person("Meier Anna", manager);
        CaseFile one =
                stores.given().openCase("Überweisung nach Zürich", manager, new NewParticipant(anna.id(), "client"));
        CaseFile other = stores.given().openCase("Cas d'école à Genève", manager);
        assertThat(found("zurich uber")).containsExactly(one);
        assertThat(found("ecole")).containsExactly(other);
        assertThat(found(other.reference().toString())).containsExactly(other);
        assertThat(found("nothing of this")).isEmpty();
        assertThat(found("' | !")).containsExactly(other, one);
        assertThat(cases.page(new CaseQuery(null, null, null, null, null, anna.id()), manager, PageRequest.first(5))
                        .items())
                .containsExactly(one);
    }

    private List<CaseFile> found(String text) {
        return cases.page(new CaseQuery(text, null, null, null, null, null), manager, PageRequest.first(5))
                .items();
    }

    @Test
    void offersForFilingWhatBeginsSo() {
        CaseFile one = stores.given().openCase("Alpha", manager);
        CaseFile other = stores.given().openCase("Beta", manager);
        Viewer clerk = stores.user(Role.CLERK);
        String reference = one.reference().toString();
        assertThat(cases.fileable(reference, clerk, 5)).containsExactly(one);
        assertThat(cases.fileable(reference.substring(0, 11), clerk, 5)).containsExactly(one);
        assertThat(cases.fileable(reference.substring(0, 7), clerk, 5)).containsExactly(other, one);
        assertThat(cases.fileable("be", clerk, 5)).containsExactly(other);
        assertThat(cases.fileable("", clerk, 1)).containsExactly(other);
        assertThat(cases.fileable("", colleague, 5)).isEmpty();
    }

    @Test
    void notesOnceAnHourThatSomebodyLooked() {
        CaseFile file = stores.given().openCase("Case", manager);
        cases.viewed(file.id(), manager);
        cases.viewed(file.id(), manager);
        cases.viewed(file.id(), supervisor);
        assertThat(entries(file, Action.CASE_VIEWED)).hasSize(2);
        stores.clock().advance(Duration.ofMinutes(61));
        cases.viewed(file.id(), manager);
        assertThat(entries(file, Action.CASE_VIEWED)).hasSize(3);
    }

    @Test
    void keepsNotesInTheJournal() {
        CaseFile file = stores.given().openCase("Case", manager);
        cases.note(file.id(), " Called Anna. ", manager);
        assertThat(entries(file, Action.CASE_NOTED).getFirst().details()).containsEntry("text", "Called Anna.");
        assertThatThrownBy(() -> cases.note(file.id(), "x".repeat(4001), manager))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesACursorThatNoListGave() {
        for (String each : List.of("x", "!!", "YWJj", "MjAyNi0wMS0wMVQwMDowMDowMFo")) {
            assertThatThrownBy(() -> cases.page(CaseQuery.ALL, manager, new PageRequest(5, each)))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            problem -> assertThat(problem.field()).isEqualTo("cursor"));
        }
    }

    private List<JournalEntry> entries(CaseFile of, Action action) {
        return stores.journal()
                .ofCase(of.id(), Set.of(action), PageRequest.first(50))
                .items();
    }
}
