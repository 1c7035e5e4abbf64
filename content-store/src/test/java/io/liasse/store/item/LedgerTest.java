package io.liasse.store.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.InvalidInput;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Wishes;
import io.liasse.store.testing.Stores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Stores stores = Stores.fresh();
    private final Viewer clerk = stores.user(Role.CLERK);
    private final Viewer supervisor = stores.user(Role.SUPERVISOR);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);

    @AfterEach
    void close() {
        stores.close();
    }

    private List<LedgerLine> lines(ItemQuery query, Viewer viewer) {
        return stores.ledger().page(query, viewer, PageRequest.first(50)).items();
    }

    private List<String> names(ItemQuery query) {
        return lines(query, supervisor).stream().map(each -> each.item().name()).toList();
    }

    @Test
    void tellsOfALineWhatBecameOfIt() {
        CaseFile file = stores.given().openCase("Anna", manager);
        DocumentId id = stores.given().waiting("letter.txt");
        stores.clock().advance(Duration.ofMinutes(5));
        stores.documents().file(id, stores.given().into(file), null, clerk);
        LedgerLine line = lines(ItemQuery.ALL, supervisor).getFirst();
        assertThat(line.item().state()).isEqualTo(Item.State.DONE);
        assertThat(line.documents()).singleElement().satisfies(part -> {
            assertThat(part.id()).isEqualTo(id);
            assertThat(part.caseReference()).isEqualTo(file.reference());
        });
        assertThat(Duration.between(line.item().receivedAt(), line.settledAt()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void namesNoCaseAndNoDocumentThatTheViewerMayNotSee() {
        CaseFile sealed = stores.given().sealedCase("Secret", manager);
        DocumentId id = stores.given().waiting("letter.txt");
        stores.documents().file(id, stores.given().into(sealed), null, both());
        LedgerLine line = lines(ItemQuery.ALL, supervisor).getFirst();
        assertThat(line.told()).isFalse();
        assertThat(line.documents()).isEmpty();
        assertThat(line.visible()).isZero();
        assertThat(lines(ItemQuery.ALL, stores.user(Role.ADMINISTRATOR)))
                .singleElement()
                .matches(each -> !each.told());
        assertThat(lines(ItemQuery.ALL, clerk)).isEmpty();
        assertThat(lines(ItemQuery.ALL, manager)).singleElement().matches(LedgerLine::told);
    }

    /** A clerk who may write in the sealed case. */
    private Viewer both() {
        Viewer viewer = stores.user(Role.CLERK);
        stores.sql()
                .sql("insert into case_right select id, :user, 3 from case_file")
                .param("user", viewer.user().value())
                .update();
        return viewer;
    }

    @Test
    void isNarrowedByStateChannelDayAndWords() {
        stores.given().received("Rechnung_März-2026.pdf");
        LocalDate first = LocalDate.now(stores.clock());
        stores.clock().advance(Duration.ofDays(2));
        stores.documents().receive(stores.given().itemOf(clerk, "Brief.txt"), Wishes.NONE);
        DocumentId broken = stores.given().received("kaputt.pdf");
        stores.documents().refuse(broken, DocumentState.FAILED, "damaged");
        assertThat(names(ItemQuery.ALL)).containsExactly("kaputt.pdf", "Brief.txt", "Rechnung_März-2026.pdf");
        assertThat(names(ItemQuery.of(Item.State.FAILED))).containsExactly("kaputt.pdf");
        assertThat(names(new ItemQuery(null, Channel.REST, null, null, null))).containsExactly("Brief.txt");
        assertThat(names(new ItemQuery(null, null, first, first, null))).containsExactly("Rechnung_März-2026.pdf");
        assertThat(names(new ItemQuery(null, null, first.plusDays(1), null, null)))
                .hasSize(2);
        assertThat(names(new ItemQuery(null, null, null, null, "MARZ rech"))).containsExactly("Rechnung_März-2026.pdf");
        assertThat(names(new ItemQuery(null, null, null, null, clerk.name()))).containsExactly("Brief.txt");
        assertThat(names(new ItemQuery(null, null, null, null, "nothing"))).isEmpty();
        assertThatThrownBy(() -> new ItemQuery(null, null, first, first.minusDays(1), null))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        List<String> all = List.of("a", "b", "c", "d", "e");
        all.forEach(stores.given()::received);
        var first = stores.ledger().page(ItemQuery.ALL, supervisor, PageRequest.first(2));
        stores.given().received("later");
        var second = stores.ledger().page(ItemQuery.ALL, supervisor, new PageRequest(10, first.next()));
        assertThat(second.items()).extracting(each -> each.item().name()).containsExactly("c", "b", "a");
        assertThat(second.next()).isNull();
    }

    @Test
    void namesTheFailedDocumentsOfALineOrOfAll() {
        DocumentId one = failed("one");
        DocumentId two = failed("two");
        stores.given().waiting("three");
        ItemId item = stores.documents().find(one).orElseThrow().item();
        assertThat(stores.ledger().failed(item, supervisor)).containsExactly(one);
        assertThat(stores.ledger().failed(ItemQuery.ALL, supervisor, 10)).containsExactly(one, two);
        assertThat(stores.ledger().failed(ItemQuery.ALL, supervisor, 1)).containsExactly(one);
        assertThat(stores.ledger().failed(ItemQuery.ALL, manager, 10)).isEmpty();
    }

    private DocumentId failed(String name) {
        DocumentId id = stores.given().received(name);
        stores.documents().refuse(id, DocumentState.FAILED, "damaged");
        return id;
    }
}
