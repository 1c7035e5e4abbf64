package io.liasse.store.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.testing.Stores;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several people work in one inbox. */
class InboxWorkTest {
    private final Stores stores = Stores.fresh();
    private final InboxWork work = stores.bean(InboxWork.class);
    private final Viewer anna = stores.user(Role.CLERK);
    private final Viewer beat = stores.user(Role.CLERK);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void aClaimHoldsUntilItEndsAndOnlyOneAtATime() {
        DocumentId first = stores.given().waiting("first");
        DocumentId second = stores.given().waiting("second");
        assertThat(work.claim(first, anna)).isTrue();
        assertThat(work.claim(first, beat)).isFalse();
        assertThat(work.marks(List.of(first), beat).get(first).busy()).isTrue();
        assertThat(work.marks(List.of(first), anna)).isEmpty();
        assertThat(work.claim(second, anna)).isTrue();
        assertThat(work.claim(first, beat)).isTrue();
        stores.clock().advance(InboxWork.CLAIM.plus(Duration.ofSeconds(1)));
        assertThat(work.claim(first, anna)).isTrue();
        assertThat(work.claim(first, manager)).isFalse();
    }

    @Test
    void handsOnToSomebodyWhoThenSeesIt() {
        DocumentId id = stores.given().waiting("letter");
        String name = stores.users().find(manager.user()).orElseThrow().username();
        assertThatThrownBy(() -> stores.documents().get(id, manager)).isInstanceOf(NotFound.class);
        work.handOn(id, name, "please", anna);
        assertThat(stores.documents().get(id, manager).id()).isEqualTo(id);
        assertThat(work.handedTo(manager, PageRequest.first(5)).items()).hasSize(1);
        assertThat(work.marks(List.of(id), manager).get(id).mine()).isTrue();
        assertThat(work.marks(List.of(id), anna).get(id).busy()).isTrue();
        work.handBack(id, anna);
        assertThat(work.countHandedTo(manager)).isZero();
        String poster = stores.users()
                .find(stores.user(Role.EXTERNAL_SYSTEM).user())
                .orElseThrow()
                .username();
        assertThatThrownBy(() -> work.handOn(id, poster, null, anna)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatIsNotOursWaitsAgainAsItDid() {
        DocumentId id = stores.given().waiting("advertising");
        Document out = work.notOurs(id, NotOurs.OTHER, "a|b", null, anna);
        assertThat(out.state()).isEqualTo(DocumentState.NOT_OURS);
        assertThat(out.reason()).isEqualTo("not-ours-other|a/b");
        assertThat(stores.documents().countInbox(anna, 10)).isZero();
        assertThatThrownBy(() -> work.notOurs(id, NotOurs.DUPLICATE, null, null, anna))
                .isInstanceOf(Conflict.class);
        Document again = work.takeBack(id, beat);
        assertThat(again.state()).isEqualTo(DocumentState.INBOX);
        assertThat(again.reason()).isEqualTo("no-evidence");
    }

    @Test
    void takesAFilingBackForAnHourAndOnlyWhenItWasTheLastStep() {
        CaseFile file = stores.given().openCase("case", manager);
        DocumentId id = stores.given().waiting("letter");
        stores.documents().file(id, stores.given().into(file), null, anna);
        assertThatThrownBy(() -> work.undo(id, beat)).isInstanceOf(NotFound.class);
        assertThat(work.undo(id, anna).state()).isEqualTo(DocumentState.INBOX);
        assertThat(stores.documents().countOf(file.id())).isZero();
        assertThatThrownBy(() -> work.undo(id, anna)).isInstanceOf(Conflict.class);

        stores.documents().file(id, stores.given().into(file), null, anna);
        stores.documents().file(id, stores.given().into(file), null, manager);
        assertThatThrownBy(() -> work.undo(id, anna)).isInstanceOf(Conflict.class);

        DocumentId later = stores.given().waiting("later");
        stores.documents().file(later, stores.given().into(file), null, anna);
        stores.clock().advance(Duration.ofHours(2));
        assertThatThrownBy(() -> work.undo(later, anna)).isInstanceOf(NotFound.class);
        assertThat(work.undo(later, manager).caseId()).isNull();
    }
}
