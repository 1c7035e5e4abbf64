package io.liasse.store.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.NotAllowed;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.document.NewPart;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.Trash;
import io.liasse.store.document.Wishes;
import io.liasse.store.testing.Stores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever happens to what is received, the statement of its day accounts for all of it. */
class StatementProperties {
    private static final Stores STORES = Stores.fresh();
    private static final Documents DOCUMENTS = STORES.documents();
    private static final Trash TRASH = STORES.bean(Trash.class);
    private static final Statements STATEMENTS = STORES.bean(Statements.class);
    private static final Viewer CLERK = STORES.user(Role.CLERK);
    private static final Viewer SUPERVISOR = STORES.user(Role.SUPERVISOR);
    private static final CaseFile FILE = STORES.given().openCase("Case", SUPERVISOR);

    @AfterContainer
    static void close() {
        STORES.close();
    }

    /** What may happen to a document; what its state does not admit is refused, which changes nothing. */
    private static final List<BiConsumer<DocumentId, Random>> EVENTS = List.of(
            (id, any) -> DOCUMENTS.startReading(id),
            (id, any) -> read(id, any.nextInt(3)),
            (id, any) -> DOCUMENTS.toInbox(id, List.of(), "no-evidence"),
            (id, any) -> DOCUMENTS.refuse(id, DocumentState.FAILED, "damaged"),
            (id, any) -> DOCUMENTS.refuse(id, DocumentState.NEEDS_PASSWORD, "needs-password"),
            (id, any) -> DOCUMENTS.refuse(id, DocumentState.QUARANTINED, "virus|Test"),
            (id, any) -> DOCUMENTS.file(id, STORES.given().into(FILE), null, SUPERVISOR),
            (id, any) -> DOCUMENTS.retry(id, SUPERVISOR),
            (id, any) -> TRASH.put(id, null, SUPERVISOR),
            (id, any) -> TRASH.restore(id, SUPERVISOR),
            (id, any) -> TRASH.empty(STORES.clock().instant(), any.nextInt(2)));

    private static void read(DocumentId id, int parts) {
        ReadResult page = STORES.given().reading("text of " + id);
        List<NewPart> made = new ArrayList<>();
        for (int each = 0; each < parts; each++) {
            made.add(new NewPart("part" + each, STORES.given().stored("part" + each), "text/plain", null));
        }
        DOCUMENTS.recordRead(
                id,
                new ReadResult(
                        page.mediaType(),
                        page.title(),
                        page.date(),
                        page.language(),
                        page.confidence(),
                        page.millis(),
                        page.pages(),
                        page.fields(),
                        page.renditions(),
                        made));
    }

    @Property(tries = 25)
    void accountsForEverythingReceived(@ForAll long seed) {
        Random any = new Random(seed);
        STORES.clock().advance(Duration.ofDays(1));
        LocalDate day = LocalDate.now(STORES.clock());
        int received = 1 + any.nextInt(8);
        for (int each = 0; each < received; each++) {
            NewItem item = any.nextBoolean()
                    ? STORES.given().item("scan" + each, null)
                    : STORES.given().itemOf(CLERK, "post" + each);
            DOCUMENTS.receive(item, Wishes.NONE);
        }
        for (int each = 0; each < 60; each++) {
            happens(any, day);
        }
        Statement statement = STATEMENTS.of(day, SUPERVISOR);
        assertThat(statement.received()).isEqualTo(received);
        assertThat(statement.agrees()).as(statement.toString()).isTrue();
        assertThat(STATEMENTS.check(day, SUPERVISOR).proven()).isTrue();
    }

    private static void happens(Random any, LocalDate day) {
        List<DocumentId> all = STORES.sql()
                .sql("select id from document where received_at >= :day order by id")
                .param("day", day)
                .query((row, index) -> new DocumentId(row.getObject("id", java.util.UUID.class)))
                .list();
        if (all.isEmpty()) {
            return;
        }
        DocumentId id = all.get(any.nextInt(all.size()));
        try {
            EVENTS.get(any.nextInt(EVENTS.size())).accept(id, any);
        } catch (io.liasse.store.Conflict | io.liasse.store.NotFound | NotAllowed refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }

    @Example
    void saysWhatIsMissing() {
        STORES.clock().advance(Duration.ofDays(1));
        LocalDate day = LocalDate.now(STORES.clock());
        DocumentId id = STORES.given().received("gone.txt");
        STORES.given().received("there.txt");
        assertThat(STATEMENTS.of(day, SUPERVISOR).proof()).isNull();
        var hash = DOCUMENTS.find(id).orElseThrow().sha256();
        STORES.objects().delete(hash);
        Statement checked = STATEMENTS.check(day, SUPERVISOR);
        assertThat(checked.agrees()).isTrue();
        assertThat(checked.proven()).isFalse();
        assertThat(checked.proof().objects()).isEqualTo(2);
        assertThat(checked.proof().missing()).isEqualTo(1);
        assertThat(checked.proof().examples()).containsExactly(hash.hex());
        STORES.sql()
                .sql("update item set state = 'DONE' where name = 'there.txt'")
                .update();
        assertThat(STATEMENTS.of(day, SUPERVISOR).agrees()).isFalse();
        STORES.given().stored("gone.txt");
    }

    @Example
    void noticesAReceiptWithoutALine() {
        STORES.clock().advance(Duration.ofDays(1));
        LocalDate day = LocalDate.now(STORES.clock());
        DocumentId id = STORES.given().received("vanished.txt");
        List.of("document_version where document_id", "document where id")
                .forEach(each -> STORES.sql()
                        .sql("delete from " + each + " = :id")
                        .param("id", id.value())
                        .update());
        STORES.sql().sql("delete from item where name = 'vanished.txt'").update();
        Statement statement = STATEMENTS.of(day, SUPERVISOR);
        assertThat(statement.received()).isZero();
        assertThat(statement.lost()).isEqualTo(1);
        assertThat(statement.agrees()).isFalse();
    }

    @Example
    void isForThoseWhoMaySeeAllLines() {
        LocalDate day = LocalDate.now(STORES.clock());
        assertThat(STATEMENTS.of(day, STORES.user(Role.ADMINISTRATOR)).day()).isEqualTo(day);
        assertThatThrownBy(() -> STATEMENTS.of(day, CLERK)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> STATEMENTS.check(day, CLERK)).isInstanceOf(NotAllowed.class);
    }
}
