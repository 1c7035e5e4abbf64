package io.liasse.store.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseLinks.NewLink;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.party.Party;
import io.liasse.store.testing.Stores;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaseLinksTest {
    private final Stores stores = Stores.fresh();
    private final CaseLinks links = stores.bean(CaseLinks.class);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final Viewer supervisor = stores.user(Role.SUPERVISOR);
    private final Viewer officer = stores.user(Role.RECORDS_OFFICER);
    private final CaseFile one = stores.given().openCase("One", manager);
    private final CaseFile other = stores.given().openCase("Other", manager);

    @AfterEach
    void close() {
        stores.close();
    }

    private CaseLink link(CaseFile from, CaseFile to, LinkKind kind, @Nullable String note) {
        return links.add(from.id(), new NewLink(to.reference(), kind, note), manager);
    }

    private void close(CaseFile file) {
        CaseChange closing = new CaseChange(null, null, CaseState.CLOSED, null, null);
        stores.cases()
                .change(
                        file.id(),
                        closing,
                        stores.cases().get(file.id(), manager).version(),
                        manager);
    }

    @Test
    void areSeenFromBothSidesEachInItsWords() {
        CaseLink made = link(one, other, LinkKind.PART_OF, "  same accident ");
        assertThat(made.other().id()).isEqualTo(other.id());
        assertThat(made.kind()).isEqualTo(LinkKind.PART_OF);
        assertThat(made.note()).isEqualTo("same accident");
        assertThat(links.of(other.id(), officer)).singleElement().satisfies(seen -> {
            assertThat(seen.id()).isEqualTo(made.id());
            assertThat(seen.other().id()).isEqualTo(one.id());
            assertThat(seen.kind()).isEqualTo(LinkKind.HAS_PART);
        });
        assertThatThrownBy(() -> link(other, one, LinkKind.RELATED, null)).isInstanceOf(Conflict.class);
        assertThat(links.remove(other.id(), made.id(), manager).kind()).isEqualTo(LinkKind.HAS_PART);
        assertThat(links.of(one.id(), manager)).isEmpty();
        assertThatThrownBy(() -> links.remove(one.id(), made.id(), manager)).isInstanceOf(NotFound.class);
        for (LinkKind kind : LinkKind.values()) {
            assertThat(kind.inverse().inverse()).isEqualTo(kind);
        }
    }

    @Test
    void sayNothingToWhoMayNotSeeTheOtherCase() {
        CaseFile sealed = stores.given().sealedCase("Sealed", manager);
        CaseLink hidden = link(one, sealed, LinkKind.FOLLOWS, "secret");
        assertThat(links.of(one.id(), manager)).hasSize(1);
        assertThat(links.of(one.id(), supervisor)).isEmpty();
        assertThatThrownBy(() -> links.get(one.id(), hidden.id(), supervisor)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.remove(one.id(), hidden.id(), supervisor))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.of(sealed.id(), supervisor)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        links.add(other.id(), new NewLink(sealed.reference(), LinkKind.RELATED, null), supervisor))
                .isInstanceOf(InvalidInput.class);
        assertThat(entries(one)).extracting(JournalEntry::details).containsExactly(Map.of("link", "FOLLOWS"));
        assertThat(entries(sealed)).extracting(JournalEntry::details).containsExactly(Map.of("link", "FOLLOWED_BY"));
    }

    private List<JournalEntry> entries(CaseFile file) {
        return stores.journal()
                .ofCase(file.id(), Set.of(Action.CASE_LINKED, Action.CASE_UNLINKED), PageRequest.first(9))
                .items();
    }

    @Test
    void areMadeInOpenCasesByWhoMayChangeThemAlsoToClosedOnes() {
        close(other);
        CaseLink made = link(one, other, LinkKind.FOLLOWS, null);
        assertThatThrownBy(() -> links.remove(other.id(), made.id(), manager)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> links.remove(one.id(), made.id(), officer)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> links.add(one.id(), new NewLink(other.reference(), LinkKind.RELATED, null), officer))
                .isInstanceOf(NotAllowed.class);
        close(one);
        assertThatThrownBy(() -> links.remove(one.id(), made.id(), manager)).isInstanceOf(Conflict.class);
    }

    @Test
    void refuseWhatCannotBe() {
        assertThatThrownBy(() -> link(one, one, LinkKind.RELATED, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> link(one, other, LinkKind.RELATED, "x".repeat(501)))
                .isInstanceOf(InvalidInput.class);
        NewLink nowhere = new NewLink(stores.given().unusedReference(), LinkKind.RELATED, null);
        assertThatThrownBy(() -> links.add(one.id(), nowhere, manager)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> links.get(one.id(), new CaseLinkId(UUID.randomUUID()), manager))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.of(new CaseId(UUID.randomUUID()), manager))
                .isInstanceOf(NotFound.class);
    }

    /** Two who link the same cases at once, from either side: one of them does. */
    @Test
    void areMadeOnceHoweverManyAsk() {
        for (int turn = 0; turn < 10; turn++) {
            CaseFile left = stores.given().openCase("Left", manager);
            CaseFile right = stores.given().openCase("Right", manager);
            List<CompletableFuture<Boolean>> tries = Stream.of(List.of(left, right), List.of(right, left))
                    .map(pair -> CompletableFuture.supplyAsync(() -> isMade(pair.getFirst(), pair.getLast())))
                    .toList();
            assertThat(tries.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
            assertThat(links.of(left.id(), manager)).hasSize(1);
        }
    }

    private boolean isMade(CaseFile from, CaseFile to) {
        try {
            link(from, to, LinkKind.RELATED, null);
            return true;
        } catch (Conflict known) {
            return false;
        }
    }

    @Test
    void tellTheOtherCasesOfTheClient() {
        Party anna = stores.given().person("Anna Meier", manager);
        Party insurer = stores.given().person("Insurer", manager);
        CaseFile first = stores.given()
                .openCase(
                        "First",
                        manager,
                        new NewParticipant(anna.id(), "client"),
                        new NewParticipant(insurer.id(), "insurer"));
        CaseFile second = stores.given().openCase("Second", manager, new NewParticipant(anna.id(), "relative"));
        stores.given().openCase("Third", manager, new NewParticipant(insurer.id(), "insurer"));
        CaseFile sealed = stores.given().sealedCase("Fourth", manager, new NewParticipant(anna.id(), "client"));
        assertThat(links.sharing(first.id(), supervisor)).singleElement().satisfies(shared -> {
            assertThat(shared.file().id()).isEqualTo(second.id());
            assertThat(shared.name()).isEqualTo("Anna Meier");
            assertThat(shared.role()).isEqualTo("relative");
        });
        assertThat(links.sharing(first.id(), manager))
                .extracting(each -> each.file().id())
                .containsExactly(sealed.id(), second.id());
        link(second, first, LinkKind.HOUSEHOLD, null);
        assertThat(links.sharing(first.id(), supervisor)).isEmpty();
    }
}
