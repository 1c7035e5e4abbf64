package io.liasse.store.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.PageRequest;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.item.Item;
import io.liasse.store.item.ItemQuery;
import io.liasse.store.item.LedgerLine;
import io.liasse.store.item.Statement;
import io.liasse.store.item.Statements;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.object.ObjectStoreFailure;
import io.liasse.store.object.Sha256;
import io.liasse.store.testing.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrashTest {
    private static final PageRequest PAGE = PageRequest.first(20);

    private final Stores stores = Stores.fresh();
    private final Documents documents = stores.documents();
    private final Trash trash = stores.bean(Trash.class);
    private final Viewer clerk = stores.user(Role.CLERK);
    private final Viewer supervisor = stores.user(Role.SUPERVISOR);
    private final Viewer officer = stores.user(Role.RECORDS_OFFICER);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final CaseFile file = stores.given().openCase("Case", manager);

    @AfterEach
    void close() {
        stores.close();
    }

    private Instant now() {
        return stores.clock().instant().plusSeconds(1);
    }

    private List<DocumentId> inTrash(Viewer viewer) {
        return trash.page(viewer, PAGE).items().stream().map(Trash.Trashed::id).toList();
    }

    @Test
    void hidesADocumentFromEverybodyAndBringsItBackWhereItWas() {
        DocumentId id = stores.given().filed(file, "letter.txt", "text");
        trash.put(id, null, manager);
        for (Viewer each : List.of(manager, supervisor, officer, clerk)) {
            assertThatThrownBy(() -> documents.get(id, each)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> documents.standing(id, each)).isInstanceOf(NotFound.class);
            assertThat(stores.policy().maySee(each, id)).isFalse();
            assertThat(stores.policy().mayEdit(each, id)).isFalse();
            assertThat(documents.page(DocumentQuery.of(file.id()), each, PAGE).items())
                    .isEmpty();
        }
        assertThat(documents.countOf(file.id())).isZero();
        assertThat(documents.find(id)).isEmpty();
        assertThat(inTrash(manager)).containsExactly(id);
        assertThat(inTrash(supervisor)).containsExactly(id);
        assertThat(inTrash(officer)).isEmpty();
        assertThat(inTrash(clerk)).isEmpty();
        assertThatThrownBy(() -> trash.restore(id, officer)).isInstanceOf(NotFound.class);
        trash.restore(id, manager);
        Document back = documents.get(id, manager);
        assertThat(back.state()).isEqualTo(DocumentState.FILED);
        assertThat(back.caseReference()).isEqualTo(file.reference());
        assertThat(inTrash(manager)).isEmpty();
        assertThatThrownBy(() -> trash.restore(id, manager)).isInstanceOf(NotFound.class);
        assertThat(stores.journal().ofDocument(id, PAGE).items())
                .extracting(JournalEntry::action)
                .startsWith(Action.DOCUMENT_RESTORED, Action.DOCUMENT_TRASHED);
    }

    @Test
    void takesWhatWaitsOutOfTheInbox() {
        DocumentId id = stores.given().waiting("letter.txt");
        trash.put(id, null, clerk);
        assertThat(documents.countInbox(clerk, 10)).isZero();
        assertThat(documents.page(DocumentQuery.inbox(), clerk, PAGE).items()).isEmpty();
        assertThat(inTrash(clerk)).containsExactly(id);
        assertThat(inTrash(stores.user(Role.ADMINISTRATOR))).isEmpty();
        assertThatThrownBy(() -> documents.file(id, stores.given().into(file), null, clerk))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.retry(id, clerk)).isInstanceOf(NotFound.class);
    }

    @Test
    void doesNotTellWhomPostedIt() {
        Viewer poster = stores.user(Role.EXTERNAL_SYSTEM);
        DocumentId id = documents
                .receive(stores.given().itemOf(poster, "posted"), Wishes.NONE)
                .document();
        documents.startReading(id);
        documents.refuse(id, DocumentState.FAILED, "damaged");
        trash.put(id, null, clerk);
        assertThatThrownBy(() -> documents.standing(id, poster)).isInstanceOf(NotFound.class);
    }

    @Test
    void isForThoseWhoMayEditAndForWhatNobodyReads() {
        DocumentId id = stores.given().filed(file, "letter.txt");
        assertThatThrownBy(() -> trash.put(id, null, officer)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> trash.put(id, null, clerk)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> trash.put(id, 99L, manager)).isInstanceOf(Conflict.class);
        DocumentId fresh = stores.given().received("fresh.txt");
        assertThatThrownBy(() -> trash.put(fresh, null, clerk)).isInstanceOf(Conflict.class);
        stores.sql().sql("update case_file set state = 'CLOSED'").update();
        assertThatThrownBy(() -> trash.put(id, null, manager)).isInstanceOf(Conflict.class);
    }

    @Test
    void hidesSealedOnesFromTheTrashOfOthers() {
        CaseFile sealed = stores.given().sealedCase("Secret", manager);
        DocumentId id = stores.given().filed(sealed, "letter.txt");
        trash.put(id, null, manager);
        assertThat(inTrash(supervisor)).isEmpty();
        assertThatThrownBy(() -> trash.restore(id, supervisor)).isInstanceOf(NotFound.class);
        stores.sql()
                .sql("insert into case_right values (:case, :user, :strength)")
                .param("case", sealed.id().value())
                .param("user", supervisor.user().value())
                .param("strength", CaseRight.READ.strength())
                .update();
        assertThat(inTrash(supervisor)).isEmpty();
        assertThat(inTrash(manager)).containsExactly(id);
    }

    @Test
    void removesForGoodOnlyWhatHasBeenThereLongEnough() {
        DocumentId old = stores.given().filed(file, "old.txt", "old text");
        DocumentId recent = stores.given().filed(file, "recent.txt");
        trash.put(old, null, manager);
        stores.clock().advance(Duration.ofDays(20));
        trash.put(recent, null, manager);
        stores.clock().advance(Duration.ofDays(11));
        Sha256 hash = stores.given().stored("old.txt").hash();
        assertThat(trash.empty(now().minus(Duration.ofDays(30)), 10)).isOne();
        assertThat(inTrash(manager)).containsExactly(recent);
        assertThat(stores.objects().size(hash)).isEmpty();
        JournalEntry last = stores.journal().ofDocument(old, PAGE).items().getFirst();
        assertThat(last.action()).isEqualTo(Action.DOCUMENT_DELETED);
        assertThat(last.caseId()).isEqualTo(file.id());
        assertThat(last.details()).containsEntry("sha256", hash.hex());
        assertThat(stores.journal().firstBreak(file.id())).isEmpty();
        assertThat(trash.empty(now().minus(Duration.ofDays(30)), 10)).isZero();
    }

    @Test
    void keepsBytesThatAnotherDocumentConsistsOf() {
        DocumentId one = stores.given().filed(file, "same bytes");
        DocumentId other = stores.given().waiting("same bytes");
        Sha256 hash = documents.find(one).orElseThrow().sha256();
        trash.put(one, null, manager);
        assertThat(trash.empty(now(), 10)).isOne();
        assertThat(stores.objects().size(hash)).isPresent();
        trash.put(other, null, clerk);
        assertThat(trash.empty(now(), 10)).isOne();
        assertThat(stores.objects().size(hash)).isEmpty();
    }

    /** Put while they were there, removed before they were written down: the sender is not told that they are taken. */
    @Test
    void noticesBytesThatWereRemovedBetweenPuttingAndTaking() {
        DocumentId id = stores.given().waiting("again");
        trash.put(id, null, clerk);
        var late = stores.given().item("again", null);
        trash.empty(now(), 10);
        assertThatThrownBy(() -> documents.receive(late, Wishes.NONE)).isInstanceOf(ObjectStoreFailure.class);
        DocumentId taken = stores.given().received("again");
        assertThat(stores.objects().size(documents.find(taken).orElseThrow().sha256()))
                .isPresent();
    }

    @Test
    void accountsForItInTheLedger() {
        LocalDate day = LocalDate.now(stores.clock());
        DocumentId id = stores.given().waiting("letter.txt");
        trash.put(id, null, clerk);
        assertThat(line().item().state()).isEqualTo(Item.State.TRASHED);
        assertThat(line().told()).isTrue();
        assertThat(line().documents()).isEmpty();
        Statements statements = stores.bean(Statements.class);
        assertThat(statements.of(day, supervisor).in(Item.State.TRASHED)).isOne();
        trash.empty(now(), 10);
        assertThat(line().item().state()).isEqualTo(Item.State.DELETED);
        Statement statement = statements.check(day, supervisor);
        assertThat(statement.in(Item.State.DELETED)).isOne();
        assertThat(statement.proven()).as(statement.toString()).isTrue();
    }

    private LedgerLine line() {
        return stores.ledger().page(ItemQuery.ALL, supervisor, PAGE).items().getFirst();
    }

    @Test
    void leavesPartsWhereTheyAre() {
        DocumentId mail = stores.given().received("mail.eml");
        documents.startReading(mail);
        ReadResult read = stores.given().reading("text");
        List<DocumentId> parts = documents.recordRead(
                mail,
                new ReadResult(
                        "message/rfc822",
                        null,
                        null,
                        null,
                        null,
                        1,
                        read.pages(),
                        List.of(),
                        List.of(),
                        List.of(new NewPart("part.txt", stores.given().stored("part"), "text/plain", null))));
        documents.toInbox(mail, List.of(), null);
        documents.toInbox(parts.getFirst(), List.of(), null);
        trash.put(mail, null, clerk);
        assertThat(documents.get(parts.getFirst(), clerk).state()).isEqualTo(DocumentState.INBOX);
        trash.empty(now(), 10);
        assertThat(documents.get(parts.getFirst(), clerk).parent()).isNull();
        assertThat(line().item().state()).isEqualTo(Item.State.WAITING);
    }

    @Test
    void everyTableOfDocumentsLetsThemGo() {
        List<String> holding = stores.sql().sql("""
                select c.conrelid::regclass || '.' || a.attname
                from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.confrelid = 'document'::regclass and c.confdeltype not in ('c', 'n')
                """).query(String.class).list();
        assertThat(holding).containsExactly("document_source.source_id");
    }

    @Test
    void removesTheStackWithTheLastDocumentMadeOfIt() {
        DocumentId stack = stores.given().received("stack.pdf");
        documents.startReading(stack);
        List<Document> made =
                documents.divide(List.of(stack), List.of(section("one", stack, 1), section("two", stack, 2)));
        made.forEach(each -> documents.toInbox(each.id(), List.of(), null));
        trash.put(made.getFirst().id(), null, clerk);
        assertThatThrownBy(() -> documents.get(stack, clerk)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.undoDivision(stack, clerk)).isInstanceOf(NotFound.class);
        assertThat(trash.empty(now(), 10)).isOne();
        assertThat(documents.find(stack)).isPresent();
        trash.put(made.getLast().id(), null, clerk);
        assertThat(trash.empty(now(), 10)).isOne();
        assertThat(count(stack)).isZero();
        assertThat(line().item().state()).isEqualTo(Item.State.DELETED);
    }

    private NewSection section(String name, DocumentId source, int page) {
        return new NewSection(
                name, stores.given().stored(name), "application/pdf", null, List.of(new SourcePage(source, page)));
    }

    private long count(DocumentId id) {
        return stores.sql()
                .sql("select count(*) from document where id = :id")
                .param("id", UUID.fromString(id.toString()))
                .query(Long.class)
                .single();
    }
}
