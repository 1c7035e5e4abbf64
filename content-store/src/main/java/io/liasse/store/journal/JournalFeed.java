package io.liasse.store.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs every {@link JournalFollower} of this process on a thread of its own, from start to stop of the program. */
@Component
public class JournalFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Journal journal;
    private final JournalSignal signal;
    private final ObjectProvider<JournalFollower> followers;
    private final List<Running> running = new ArrayList<>();

    /** A follower at work. */
    private record Running(FollowerRun run, Thread thread) {}

    JournalFeed(Journal journal, JournalSignal signal, ObjectProvider<JournalFollower> followers) {
        this.journal = journal;
        this.signal = signal;
        this.followers = followers;
    }

    @Override
    public synchronized void start() {
        followers.forEach(each -> running.add(started(each)));
    }

    private Running started(JournalFollower follower) {
        FollowerRun run = new FollowerRun(journal, signal, follower);
        return new Running(
                run, Thread.ofVirtual().name("journal-" + follower.name()).start(run));
    }

    /** Waits until every follower has finished the batch at hand. */
    @Override
    public synchronized void stop() {
        running.forEach(each -> each.run().stop());
        running.forEach(each -> join(each.thread()));
        running.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }

    private static void join(Thread thread) {
        try {
            if (!thread.join(GRACE)) {
                LOG.atWarn().addKeyValue("thread", thread.getName()).log("a journal follower does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
