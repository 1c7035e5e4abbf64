package io.liasse.store.awaited;

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
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.InboxWork;
import io.liasse.store.document.Trash;
import io.liasse.store.journal.Action;
import io.liasse.store.party.PartyId;
import io.liasse.store.party.PartyIdentifier;
import io.liasse.store.testing.Stores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwaitedDocumentsTest {
    private static final PageRequest PAGE = PageRequest.first(50);

    private final Stores stores = Stores.fresh();
    private final AwaitedDocuments awaited = stores.bean(AwaitedDocuments.class);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final Viewer clerk = stores.user(Role.CLERK);
    private final Viewer officer = stores.user(Role.RECORDS_OFFICER);
    private final CaseFile file = stores.given().openCase("Case", manager);
    private final CaseFile other = stores.given().openCase("Other", manager);
    private final PartyId rochat = stores.given()
            .person("Dominique Rochat", manager, new PartyIdentifier("email", "d.rochat@example.org"))
            .id();

    @AfterEach
    void close() {
        stores.close();
    }

    private static NewAwaited wanted(String what, PartyId from, String type) {
        return new NewAwaited(what, from, type, null, null);
    }

    private Awaited add(String what, PartyId from, String type) {
        return awaited.add(file.id(), wanted(what, from, type), manager);
    }

    private Awaited now(Awaited before) {
        return awaited.get(file.id(), before.id(), manager);
    }

    private List<Action> noted(CaseFile in) {
        return stores
                .journal()
                .ofCase(
                        in.id(),
                        Set.of(
                                Action.AWAITED_ADDED,
                                Action.AWAITED_CHANGED,
                                Action.AWAITED_ARRIVED,
                                Action.AWAITED_GIVEN_UP,
                                Action.AWAITED_OPENED),
                        PAGE)
                .items()
                .stream()
                .map(each -> each.action())
                .toList();
    }

    @Test
    void areListedOpenOnesFirstByTheDayTheyAreDue() {
        Awaited whenever = add(" Report ", rochat, "medical-report");
        Awaited later = awaited.add(
                file.id(), new NewAwaited("Later", null, null, null, LocalDate.parse("2026-09-01")), manager);
        Awaited sooner = awaited.add(
                file.id(),
                new NewAwaited("Sooner", null, null, LocalDate.parse("2026-01-02"), LocalDate.parse("2026-02-01")),
                manager);
        Awaited gone = awaited.giveUp(file.id(), add("Gone", null, null).id(), 1, manager);
        assertThat(awaited.of(file.id(), officer))
                .extracting(Awaited::id)
                .containsExactly(sooner.id(), later.id(), whenever.id(), gone.id());
        assertThat(whenever.what()).isEqualTo("Report");
        assertThat(whenever.askedOn()).isEqualTo(LocalDate.now(stores.clock()));
        assertThat(whenever.from()).isNotNull();
        assertThat(whenever.notedBy()).isNotBlank();
        assertThat(sooner.overdue(LocalDate.parse("2026-02-01"))).isFalse();
        assertThat(sooner.overdue(LocalDate.parse("2026-02-02"))).isTrue();
        assertThat(gone.overdue(LocalDate.parse("2030-01-01"))).isFalse();
        assertThat(noted(file)).hasSize(5).contains(Action.AWAITED_ADDED, Action.AWAITED_GIVEN_UP);
    }

    @Test
    void areChangedByThoseWhoMayChangeTheOpenCase() {
        Awaited one = add("Report", null, null);
        NewAwaited letter = wanted("Letter", null, null);
        assertThatThrownBy(() -> awaited.of(file.id(), clerk)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> awaited.add(file.id(), letter, clerk)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> awaited.add(file.id(), letter, officer)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> awaited.giveUp(file.id(), one.id(), 1, officer))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> awaited.get(other.id(), one.id(), manager)).isInstanceOf(NotFound.class);
        stores.cases().grant(file.id(), clerk.user(), CaseRight.WRITE, manager);
        Awaited changed = awaited.change(file.id(), one.id(), letter, 1, clerk);
        assertThat(changed.what()).isEqualTo("Letter");
        assertThat(changed.askedOn()).isEqualTo(one.askedOn());
        assertThatThrownBy(() -> awaited.change(file.id(), one.id(), letter, 1, manager))
                .isInstanceOf(Conflict.class);
        CaseFile present = stores.cases().get(file.id(), manager);
        stores.cases()
                .change(
                        file.id(),
                        new CaseChange(null, null, CaseState.CLOSED, null, null),
                        present.version(),
                        manager);
        assertThatThrownBy(() -> add("Late", null, null)).isInstanceOf(Conflict.class);
        assertThat(awaited.of(file.id(), manager)).hasSize(1);
    }

    @Test
    void areBounded() {
        assertThatThrownBy(() -> wanted(" ", null, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> wanted("x".repeat(201), null, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new NewAwaited("x", null, null, null, LocalDate.parse("0202-01-01")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> add("x", null, "no-type")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> add("x", new PartyId(file.id().value()), null)).isInstanceOf(InvalidInput.class);
        IntStream.range(0, AwaitedDocuments.MOST).forEach(each -> add("No. " + each, null, null));
        assertThatThrownBy(() -> add("One more", null, null)).isInstanceOf(Conflict.class);
    }

    @Test
    void arriveWithADocumentOfTheCaseAndAreOpenedAgain() {
        Awaited one = add("Report", null, null);
        DocumentId here = stores.given().filed(file, "report.txt");
        DocumentId elsewhere = stores.given().filed(other, "report.txt");
        assertThatThrownBy(() -> awaited.arrived(file.id(), one.id(), elsewhere, 1, manager))
                .isInstanceOf(InvalidInput.class);
        Awaited arrived = awaited.arrived(file.id(), one.id(), here, 1, manager);
        assertThat(arrived.state()).isEqualTo(AwaitedState.ARRIVED);
        assertThat(arrived.document()).isEqualTo(here);
        Awaited open = awaited.open(file.id(), one.id(), arrived.version(), manager);
        assertThat(open.open()).isTrue();
        assertThat(open.document()).isNull();
        assertThat(noted(file)).containsExactly(Action.AWAITED_OPENED, Action.AWAITED_ARRIVED, Action.AWAITED_ADDED);
    }

    @Test
    void arriveByThemselvesWithWhatIsFiledFromTheParty() {
        Awaited report = add("Report", rochat, null);
        Awaited any = add("Whatever", null, null);
        stores.given().filed(file, "other.txt", "Sanatis Versicherung, Zürich");
        assertThat(now(report).open()).isTrue();
        DocumentId filed = stores.given().filed(file, "letter.txt", "Cabinet Dr. Rochat Dominique, Lausanne");
        assertThat(now(report).document()).isEqualTo(filed);
        assertThat(now(any).open()).isTrue();
        assertThat(noted(file)).startsWith(Action.AWAITED_ARRIVED);
    }

    @Test
    void arriveByTheirTypeWhereNoPartyIsSaidUnlessTwoFit() {
        Awaited invoice = add("Invoice", null, "invoice");
        DocumentId filed = file(stores.given().waiting("scan.txt", "page"), file, "invoice");
        assertThat(now(invoice).document()).isEqualTo(filed);
        Awaited first = add("First decision", null, "decision");
        Awaited second = add("Second decision", null, "decision");
        file(stores.given().waiting("scan.txt", "page"), file, "decision");
        assertThat(List.of(now(first), now(second))).allMatch(Awaited::open);
    }

    @Test
    void areToldApartByTheirType() {
        Awaited invoice = add("Invoice", rochat, "invoice");
        Awaited report = add("Report", rochat, "medical-report");
        Awaited any = add("Anything of his", rochat, null);
        DocumentId filed = file(stores.given().waiting("scan.txt", "d.rochat@example.org"), file, "invoice");
        assertThat(now(invoice).document()).isEqualTo(filed);
        assertThat(List.of(now(report), now(any))).allMatch(Awaited::open);
    }

    @Test
    void areAwaitedAgainWhenTheDocumentLeavesTheCase() {
        Awaited report = add("Report", rochat, null);
        DocumentId document = file(stores.given().waiting("a.txt", "Dominique Rochat"), file, null);
        assertThat(now(report).open()).isFalse();
        stores.documents().takeBack(document, null, manager);
        assertThat(now(report).open()).isTrue();

        file(document, file, null);
        assertThat(now(report).document()).isEqualTo(document);
        Awaited there = awaited.add(other.id(), wanted("There", rochat, null), manager);
        file(document, other, null);
        assertThat(now(report).open()).isTrue();
        assertThat(awaited.get(other.id(), there.id(), manager).document()).isEqualTo(document);

        DocumentId undone = stores.given().waiting("b.txt", "Dominique Rochat");
        file(undone, file, null);
        assertThat(now(report).document()).isEqualTo(undone);
        stores.bean(InboxWork.class).undo(undone, manager);
        assertThat(now(report).open()).isTrue();
        assertThat(noted(file))
                .containsExactly(
                        Action.AWAITED_OPENED,
                        Action.AWAITED_ARRIVED,
                        Action.AWAITED_OPENED,
                        Action.AWAITED_ARRIVED,
                        Action.AWAITED_OPENED,
                        Action.AWAITED_ARRIVED,
                        Action.AWAITED_ADDED);
    }

    @Test
    void areAwaitedAgainWhenTheDocumentIsThrownAwayAndNotWhenItIsRestored() {
        Awaited report = add("Report", rochat, null);
        DocumentId document = stores.given().filed(file, "a.txt", "Dominique Rochat");
        Trash trash = stores.bean(Trash.class);
        trash.put(document, null, manager);
        assertThat(now(report).open()).isTrue();
        assertThat(now(report).document()).isNull();
        trash.restore(document, manager);
        assertThat(now(report).document()).isEqualTo(document);

        trash.put(document, null, manager);
        stores.clock().advance(Duration.ofDays(60));
        assertThat(trash.empty(stores.clock().instant(), 10)).isEqualTo(1);
        assertThat(now(report).open()).isTrue();
    }

    private DocumentId file(DocumentId id, CaseFile in, String type) {
        FilingOrder order = new FilingOrder(in.id(), type, null, null, Map.of());
        stores.cases().grant(in.id(), clerk.user(), CaseRight.WRITE, manager);
        Viewer by = stores.documents().find(id).orElseThrow().caseId() == null ? clerk : manager;
        return stores.documents().file(id, order, null, by).id();
    }
}
