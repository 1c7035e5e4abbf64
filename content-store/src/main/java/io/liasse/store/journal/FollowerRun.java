package io.liasse.store.journal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the journal to one follower until told to stop; never interrupts it, since that would break files it writes. An
 * entry committed by this process wakes it at once; those of other processes, and those that must wait for an older
 * transaction to end, are found by looking again after a pause that grows from 5 to 400 ms. After a failure it begins
 * again at the follower's own position, after 0.2 to 30 s.
 */
final class FollowerRun implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowerRun.class);
    private static final int BATCH = 500;
    private static final Duration SHORTEST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMillis(400);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(30);

    private final Journal journal;
    private final JournalSignal signal;
    private final JournalFollower follower;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Duration retry = FIRST_RETRY;

    FollowerRun(Journal journal, JournalSignal signal, JournalFollower follower) {
        this.journal = journal;
        this.signal = signal;
        this.follower = follower;
    }

    /** Ends the run after the batch at hand. */
    void stop() {
        stopped.countDown();
        signal.raise();
    }

    @Override
    public void run() {
        try {
            while (goesOn()) {
                runUntilFailure();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() {
        return stopped.getCount() > 0;
    }

    private void runUntilFailure() throws InterruptedException {
        try {
            follow(follower.position());
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("follower", follower.name())
                    .setCause(e)
                    .log("journal follower failed, begins again");
            boolean stopping = stopped.await(retry.toMillis(), TimeUnit.MILLISECONDS);
            retry = stopping ? retry : shorter(retry.multipliedBy(2), LAST_RETRY);
        }
    }

    private void follow(JournalPosition start) throws InterruptedException {
        JournalPosition position = start;
        Duration pause = SHORTEST;
        while (goesOn()) {
            long seen = signal.count();
            List<JournalEntry> entries = journal.after(position, BATCH);
            if (!entries.isEmpty()) {
                follower.accept(entries);
                position = entries.getLast().position();
                retry = FIRST_RETRY;
                pause = SHORTEST;
            } else {
                pause = signal.await(seen, pause) ? SHORTEST : shorter(pause.multipliedBy(2), LONGEST);
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
