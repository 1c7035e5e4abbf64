package io.liasse.search;

import io.liasse.search.lucene.IndexDamaged;
import io.liasse.search.lucene.LuceneIndex;
import io.liasse.search.lucene.Reach;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.journal.JournalFollower;
import io.liasse.store.journal.JournalPosition;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the index of this node abreast of the journal, and makes it anew on demand while searching goes on; by itself
 * when it is missing, damaged, of another format, or ahead of a database that was set back. Thread-safe.
 */
@Component
public class Indexer implements JournalFollower, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final long PAUSE_AFTER_FAILURE = 5;

    /** How the index stands. {@code rebuilding} from 0 to 1, null when it is not. */
    public record Status(
            long entries,
            @Nullable Double rebuilding,
            @Nullable Instant upTo) {}

    private final Shelf shelf;
    private final Updates updates;
    private final Rebuilding rebuilding;
    private final SearchSettings settings;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile @Nullable Double progress;
    private volatile @Nullable ScheduledExecutorService work;

    Indexer(Shelf shelf, Updates updates, Rebuilding rebuilding, SearchSettings settings) {
        this.shelf = shelf;
        this.updates = updates;
        this.rebuilding = rebuilding;
        this.settings = settings;
    }

    public Status status() {
        LuceneIndex index = shelf.serving();
        return new Status(index.entries(), progress, index.reach().at());
    }

    /** Starts making the index anew in the background; the present one serves until the new one is complete. */
    public void rebuild() {
        ScheduledExecutorService executor = work;
        if (executor != null && wanted.compareAndSet(false, true)) {
            progress = 0.0;
            executor.execute(this::renew);
        }
    }

    @Override
    public String name() {
        return "lucene";
    }

    /** How far the index reaches, whatever state the disk left it in. */
    @Override
    public JournalPosition position() {
        writing.lock();
        try {
            LuceneIndex index = shelf.writable();
            Reach now = rebuilding.now();
            if (!shelf.isComplete() && index.reach().equals(Reach.NOTHING)) {
                index.reached(now);
            } else if (index.reach().position().compareTo(now.position()) > 0) {
                LOG.warn("the index is ahead of the database, which must have been set back");
                index.reached(now);
                doubt();
            }
            return index.reach().position();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void accept(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        writing.lock();
        try {
            updates.apply(entries, shelf.serving());
        } catch (IndexDamaged damage) {
            doubt();
            throw damage;
        } finally {
            writing.unlock();
        }
    }

    /** What serves turned out not to be right: makes it anew, now and, should that not end well, after a restart. */
    void doubt() {
        shelf.doubt();
        rebuild();
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("index-", 1).factory());
        work = executor;
        long pause = settings.commitEvery().toMillis();
        var _ = executor.scheduleWithFixedDelay(this::commit, pause, pause, TimeUnit.MILLISECONDS);
        if (shelf.isComplete()) {
            executor.execute(this::verify);
        } else {
            rebuild();
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = work;
        work = null;
        if (executor != null) {
            executor.close();
        }
        wanted.set(false);
    }

    @Override
    public boolean isRunning() {
        return work != null;
    }

    private void verify() {
        try {
            shelf.serving().verify();
        } catch (IndexDamaged damage) {
            LOG.atWarn().setCause(damage).log("the index is damaged and will be made anew");
            doubt();
        }
    }

    /** A failure is met again, and answered, where the journal is followed. */
    private void commit() {
        try {
            shelf.serving().commit();
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("the index could not be committed");
        }
    }

    private void renew() {
        Shelf.Next next = shelf.begin();
        try {
            rebuilding.fill(next.index(), this::isRunning, done -> progress = done);
            rebuilding.catchUp(next.index());
            serve(next);
            wanted.set(false);
            progress = null;
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("the index could not be made anew; will be tried again");
            shelf.abandon(next);
            tryLater();
        }
    }

    private void serve(Shelf.Next next) {
        if (!isRunning()) {
            shelf.abandon(next);
            return;
        }
        writing.lock();
        try {
            rebuilding.catchUp(next.index());
            shelf.serve(next);
        } finally {
            writing.unlock();
        }
        LOG.atInfo().addKeyValue("entries", next.index().entries()).log("the index was made anew");
    }

    private void tryLater() {
        ScheduledExecutorService executor = work;
        if (executor != null) {
            var _ = executor.schedule(this::renew, PAUSE_AFTER_FAILURE, TimeUnit.SECONDS);
        }
    }
}
