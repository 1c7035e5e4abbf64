package io.liasse.capture.worker;

import io.liasse.capture.Reading.Cause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One place in the pool: a thread that takes tasks, and the child that does them, replaced when it dies. */
final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration TO_FORGET = Duration.ofSeconds(30);

    private final ChildStart start;
    private final Turns turns;
    private final int number;
    private final Queue<Path> finished = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile @Nullable Child child;

    Worker(ChildStart start, Turns turns, int number) {
        this.start = start;
        this.turns = turns;
        this.number = number;
        this.thread = Thread.ofPlatform().daemon().name("reading-" + number).unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    Optional<Long> pid() {
        return Optional.ofNullable(child).filter(Child::alive).map(Child::pid);
    }

    void forget(Path folder) {
        finished.add(folder);
    }

    private void work() {
        try {
            warmUp();
            while (!turns.closed()) {
                Job job = turns.take(PATIENCE);
                if (job == null) {
                    tellFinished();
                } else {
                    complete(job);
                }
            }
        } catch (InterruptedException e) {
            // Only close() interrupts; the thread ends with it.
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever happens here, the one who asked must not wait for ever. */
    private void complete(Job job) throws InterruptedException {
        Answer answer = Children.closed();
        try {
            tellFinished();
            answer = answer(job);
        } finally {
            job.answer().complete(answer);
        }
    }

    /** Starts the child before the first task; a failure shows with that task. */
    private void warmUp() throws InterruptedException {
        try {
            living();
        } catch (RuntimeException e) {
            LOG.error("A reading process does not start", e);
        }
    }

    private void tellFinished() throws InterruptedException {
        for (Path folder = finished.poll(); folder != null; folder = finished.poll()) {
            Child current = child;
            if (current != null && current.alive()) {
                forget(folder, current);
            }
        }
    }

    private static void forget(Path folder, Child child) throws InterruptedException {
        try {
            child.ask(new Task.Forget(folder), TO_FORGET);
        } catch (RuntimeException e) {
            LOG.error("A reading process cannot be told what is done", e);
        }
    }

    private Answer answer(Job job) throws InterruptedException {
        try {
            boolean fresh = living().fresh();
            Answer answer = attempt(job);
            return !fresh && died(answer) && !turns.closed() ? attempt(job) : answer;
        } catch (IOException | RuntimeException e) {
            LOG.error("A reading process cannot be given its task", e);
            return new Answer.Failed(null, Cause.CRASHED, "no reading process");
        }
    }

    private Answer attempt(Job job) throws InterruptedException, IOException {
        Child current = living();
        current.writeTemporaryFilesTo(job.folder().resolve("temporary"));
        Answer answer = current.ask(job.task().get(), job.limit());
        if (!current.alive() && answer instanceof Answer.Failed failed) {
            LOG.atWarn()
                    .addKeyValue("pid", current.pid())
                    .addKeyValue("cause", failed.cause())
                    .addKeyValue("detail", failed.detail())
                    .log("A reading process ended; another takes its place");
        }
        return answer;
    }

    private static boolean died(Answer answer) {
        return answer instanceof Answer.Failed failed
                && (failed.cause() == Cause.CRASHED || failed.cause() == Cause.OUT_OF_MEMORY);
    }

    private Child living() throws InterruptedException {
        Child current = child;
        if (current != null && current.alive()) {
            return current;
        }
        Child next = start.start(number);
        child = next;
        if (turns.closed()) {
            next.close();
        }
        return next;
    }

    /** Ends the child and the thread. */
    @Override
    public void close() {
        thread.interrupt();
        Child current = child;
        if (current != null) {
            current.close();
        }
    }
}
