package io.liasse.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.testing.Stores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sequence numbers are given before the commit; a reader that trusted them would skip whoever commits late. */
class LateCommitTest {
    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 60;

    private final Stores stores = Stores.fresh();
    private final Journal journal = stores.journal();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        threads.close();
        stores.close();
    }

    private void append(String name) {
        journal.append(NewEntry.of(Action.SEARCHED, Actor.program("test")).with(Map.of("name", name)));
    }

    private List<String> namesAfter(JournalPosition position) {
        return journal.after(position, 1000).stream()
                .map(each -> each.details().get("name"))
                .toList();
    }

    @Test
    void holdsBackWhatIsYoungerThanAnOpenTransaction() throws Exception {
        JournalPosition start = journal.now();
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> late = threads.submit(() -> stores.transactions().executeWithoutResult(transaction -> {
            append("late");
            appended.countDown();
            await(mayCommit);
        }));
        await(appended);
        append("early");
        assertThat(namesAfter(start)).isEmpty();
        mayCommit.countDown();
        late.get(10, TimeUnit.SECONDS);
        assertThat(namesAfter(start)).containsExactly("late", "early");
    }

    @Test
    void forgetsATransactionThatWasRolledBack() throws Exception {
        JournalPosition start = journal.now();
        Future<?> undone = threads.submit(() -> stores.transactions().executeWithoutResult(transaction -> {
            append("never");
            transaction.setRollbackOnly();
        }));
        undone.get(10, TimeUnit.SECONDS);
        append("always");
        assertThat(namesAfter(start)).containsExactly("always");
    }

    @Test
    void handsEveryCommittedEntryToAReaderOnceWhateverTheOrderOfCommits() throws Exception {
        ConcurrentLinkedQueue<String> committed = new ConcurrentLinkedQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        Future<List<JournalEntry>> reader = threads.submit(() -> readUntil(done));
        List<Future<?>> writers = new ArrayList<>();
        for (int each = 0; each < WRITERS; each++) {
            Random random = new Random(each);
            String name = "writer " + each;
            writers.add(threads.submit(() -> write(name, random, committed)));
        }
        for (Future<?> each : writers) {
            each.get(60, TimeUnit.SECONDS);
        }
        done.set(true);
        List<JournalEntry> read = reader.get(60, TimeUnit.SECONDS);
        assertThat(read).extracting(each -> each.details().get("name")).containsExactlyInAnyOrderElementsOf(committed);
        assertThat(read).extracting(JournalEntry::position).isSorted();
    }

    /** Transactions of one to three entries, some rolled back, each open for a moment of its own length. */
    private void write(String name, Random random, ConcurrentLinkedQueue<String> committed) {
        for (int number = 0; number < TRANSACTIONS; number++) {
            List<String> names = new ArrayList<>();
            for (int entry = 0; entry <= random.nextInt(3); entry++) {
                names.add(name + " transaction " + number + " entry " + entry);
            }
            boolean undo = random.nextInt(5) == 0;
            stores.transactions().executeWithoutResult(transaction -> {
                names.forEach(this::append);
                linger(random.nextInt(20));
                if (undo) {
                    transaction.setRollbackOnly();
                }
            });
            committed.addAll(undo ? List.of() : names);
        }
    }

    /** The database waits, so that the transaction stays open while others commit. */
    private void linger(int millis) {
        stores.sql()
                .sql("select pg_sleep(:seconds)")
                .param("seconds", millis / 1000.0)
                .query()
                .listOfRows();
    }

    private List<JournalEntry> readUntil(AtomicBoolean done) {
        List<JournalEntry> read = Collections.synchronizedList(new ArrayList<>());
        JournalPosition position = JournalPosition.START;
        while (true) {
            boolean last = done.get();
            List<JournalEntry> next = journal.after(position, 7);
            read.addAll(next);
            if (next.isEmpty() && last) {
                return read;
            }
            position = next.isEmpty() ? position : next.getLast().position();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
