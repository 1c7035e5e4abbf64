package io.liasse.capture.worker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The line before the children. Each document has its own queue, and the documents take turns, task by task: a document
 * of one page does not wait behind one of a thousand. Thread-safe.
 */
final class Turns {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Deque<Job>> waiting = new ArrayDeque<>();
    private boolean closed;

    /** Adds to the queue of one document. */
    void add(Deque<Job> queue, Job job) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The document reader is closed");
            }
            if (queue.isEmpty()) {
                waiting.add(queue);
            }
            queue.add(job);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes back what was not begun. */
    List<Job> clear(Deque<Job> queue) {
        lock.lock();
        try {
            waiting.remove(queue);
            List<Job> jobs = new ArrayList<>(queue);
            queue.clear();
            return jobs;
        } finally {
            lock.unlock();
        }
    }

    /** The next task; null when none came in time or when closed. */
    @Nullable
    Job take(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (waiting.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            Deque<Job> queue = waiting.poll();
            if (queue == null) {
                return null;
            }
            Job job = queue.remove();
            if (!queue.isEmpty()) {
                waiting.add(queue);
            }
            return job;
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Lets every taker go, and gives back what was not begun. */
    List<Job> close() {
        lock.lock();
        try {
            closed = true;
            List<Job> jobs = new ArrayList<>();
            waiting.forEach(jobs::addAll);
            waiting.clear();
            changed.signalAll();
            return jobs;
        } finally {
            lock.unlock();
        }
    }
}
