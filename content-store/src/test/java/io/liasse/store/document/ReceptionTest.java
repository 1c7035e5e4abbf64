package io.liasse.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Item;
import io.liasse.store.item.ItemQuery;
import io.liasse.store.item.Items;
import io.liasse.store.item.NewItem;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.journal.JournalPosition;
import io.liasse.store.object.StoredObject;
import io.liasse.store.testing.Stores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceptionTest {
    private final Stores stores = Stores.fresh();
    private final Documents documents = stores.documents();
    private final Viewer clerk = stores.user(Role.CLERK);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void keepsWhatTheSenderSays() {
        StoredObject bytes = stores.given().stored("%PDF");
        NewItem item = new NewItem(
                Channel.MAIL,
                "INBOX/1/2",
                bytes,
                "Rechnung.pdf",
                "anna@example.org",
                "application/pdf",
                "<1@example.org>",
                List.of("<0@example.org>"),
                List.of("Ihre Rechnung"),
                null);
        Wishes wishes = new Wishes("2026-000001-1", "invoice", "Rechnung März", LocalDate.of(2026, 3, 1), "de");
        Items.Receipt receipt = documents.receive(item, wishes);
        assertThat(receipt.repeated()).isFalse();
        Document document = documents.get(receipt.document(), clerk);
        assertThat(document.state()).isEqualTo(DocumentState.RECEIVED);
        assertThat(document.name()).isEqualTo("Rechnung.pdf");
        assertThat(document.title()).isEqualTo("Rechnung März");
        assertThat(document.type()).isEqualTo("invoice");
        assertThat(document.date()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(document.wishedCase()).isEqualTo("2026-000001-1");
        assertThat(document.sha256()).isEqualTo(bytes.hash());
        assertThat(document.pages()).isNull();
        assertThat(documents.versions(document.id()))
                .extracting(Version::number)
                .containsExactly(1);
        Item kept = stores.items().get(receipt.item(), clerk);
        assertThat(kept.threadIds()).containsExactly("<0@example.org>");
        assertThat(kept.hints()).containsExactly("Ihre Rechnung");
        assertThat(kept.messageId()).isEqualTo("<1@example.org>");
    }

    @Test
    void takesTheSameThingOnce() {
        Items.Receipt first = documents.receive(stores.given().item("a.txt", "folder/a.txt"), Wishes.NONE);
        Items.Receipt again = documents.receive(stores.given().item("a.txt", "folder/a.txt"), Wishes.NONE);
        assertThat(again).isEqualTo(new Items.Receipt(first.item(), first.document(), true));
        assertThat(stores.items().taken(Channel.HOT_FOLDER, "folder/a.txt")).contains(again);
        assertThat(stores.items().taken(Channel.MAIL, "folder/a.txt")).isEmpty();
        assertThat(journaled(Action.DOCUMENT_RECEIVED)).isEqualTo(1);
    }

    @Test
    void takesEveryCallWithoutASourceKeyAsNew() {
        documents.receive(stores.given().item("a.txt", null), Wishes.NONE);
        documents.receive(stores.given().item("a.txt", null), Wishes.NONE);
        assertThat(stores.ledger()
                        .page(ItemQuery.ALL, clerk, PageRequest.first(10))
                        .items())
                .hasSize(2);
    }

    @Test
    void takesASourceKeyOfAnyLength() {
        String key = "sub-folder/".repeat(2000);
        Items.Receipt first = documents.receive(stores.given().item("a.txt", key), Wishes.NONE);
        assertThat(documents
                        .receive(stores.given().item("a.txt", key), Wishes.NONE)
                        .document())
                .isEqualTo(first.document());
    }

    @Test
    void givesAllWhoSendTheSameAtOnceTheSameReceipt() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Items.Receipt>> receipts = new ArrayList<>();
            for (int each = 0; each < 12; each++) {
                receipts.add(threads.submit(() -> {
                    start.await();
                    return documents.receive(stores.given().item("a.txt", "same"), Wishes.NONE);
                }));
            }
            start.countDown();
            List<Items.Receipt> all = new ArrayList<>();
            for (Future<Items.Receipt> each : receipts) {
                all.add(each.get(30, TimeUnit.SECONDS));
            }
            assertThat(all)
                    .extracting(Items.Receipt::document)
                    .containsOnly(all.getFirst().document());
            assertThat(all).filteredOn(each -> !each.repeated()).hasSize(1);
        }
        assertThat(journaled(Action.ITEM_RECEIVED)).isEqualTo(1);
    }

    /** The second sender waits for the transaction of the first, which is then undone: the second is the one that counts. */
    @Test
    void takesItWhenTheTransactionThatTookItFirstIsUndone() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch inserted = new CountDownLatch(1);
            CountDownLatch mayEnd = new CountDownLatch(1);
            Future<?> undone = threads.submit(() -> stores.transactions().executeWithoutResult(transaction -> {
                documents.receive(stores.given().item("a.txt", "key"), Wishes.NONE);
                inserted.countDown();
                await(mayEnd);
                transaction.setRollbackOnly();
            }));
            await(inserted);
            Future<Items.Receipt> second =
                    threads.submit(() -> documents.receive(stores.given().item("a.txt", "key"), Wishes.NONE));
            mayEnd.countDown();
            undone.get(30, TimeUnit.SECONDS);
            assertThat(second.get(30, TimeUnit.SECONDS).repeated()).isFalse();
        }
    }

    @Test
    void leavesNothingWhenTheTransactionItJoinedIsUndone() {
        stores.transactions().executeWithoutResult(transaction -> {
            documents.receive(stores.given().item("a.txt", "key"), Wishes.NONE);
            transaction.setRollbackOnly();
        });
        assertThat(stores.items().taken(Channel.HOT_FOLDER, "key")).isEmpty();
        assertThat(documents.countUnderWay()).isZero();
        assertThat(journaled(Action.ITEM_RECEIVED)).isZero();
    }

    @Test
    void bearsNamesThatTheDatabaseCannotHold() {
        Items.Receipt receipt = documents.receive(stores.given().item("nul\0name.txt", null), Wishes.NONE);
        assertThat(documents.get(receipt.document(), clerk).name()).isEqualTo("nul\uFFFDname.txt");
    }

    @Test
    void countsWhatCamePerDayAndChannel() {
        documents.receive(stores.given().item("a.txt", null), Wishes.NONE);
        documents.receive(stores.given().itemOf(clerk, "b.txt"), Wishes.NONE);
        documents.receive(stores.given().itemOf(clerk, "c.txt"), Wishes.NONE);
        LocalDate today = LocalDate.now(stores.clock());
        assertThat(documents.receivedPerDay(7))
                .containsExactly(
                        new Documents.ReceivedPerDay(today, Channel.HOT_FOLDER, 1),
                        new Documents.ReceivedPerDay(today, Channel.REST, 2));
    }

    private long journaled(Action action) {
        return stores.journal().after(JournalPosition.START, 1000).stream()
                .map(JournalEntry::action)
                .filter(action::equals)
                .count();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
