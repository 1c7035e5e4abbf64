package io.liasse.capture.worker;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.ocr.LanguageModels;
import io.liasse.capture.ocr.NativeLibraries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The pool of child processes, kept warm. Each has a thread here that takes the next task in line,
 * hands it over, and replaces the child when it dies. Thread-safe.
 *
 * <p>Blame: a child that dies may die of what earlier files left in its memory. A task is therefore tried once more in a
 * fresh child if the one that died was not fresh; only a fresh child's death is the file's fault. Time-outs are never
 * tried again.
 *
 * <p>One more child only glances at what was just scanned, so that a person who waits for that does not wait for pages
 * that are being read.
 */
public final class Children implements AutoCloseable {
    private final Turns turns = new Turns();
    private final Turns glances = new Turns();
    private final List<Worker> workers;
    private final Worker glancer;
    private final AtomicBoolean started = new AtomicBoolean();

    /** Prepares the children. The folder is theirs, for libraries, models and links; the caller deletes it after close. */
    public Children(ReaderSettings settings, Path folder) {
        Path models = LanguageModels.gather(settings.tessdata(), folder.resolve("models"));
        ChildCommand command = new ChildCommand(settings, NativeLibraries.unpack(folder.resolve("native")));
        this.workers = IntStream.range(0, settings.workers())
                .mapToObj(number -> new Worker(new ChildStart(command, models, folder), turns, number))
                .toList();
        this.glancer = new Worker(new ChildStart(command, models, folder), glances, settings.workers());
    }

    /** Starts the children, if they were not started yet. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            workers.forEach(Worker::start);
            glancer.start();
        }
    }

    /** A queue for the tasks of one document. */
    public Queue queue(Path folder) {
        start();
        return new Queue(folder, turns, workers);
    }

    /** A queue for glances at the pages of one document. */
    public Queue glances(Path folder) {
        start();
        return new Queue(folder, glances, List.of(glancer));
    }

    /** Process ids of the children alive, for watching them from outside. */
    public List<Long> pids() {
        return Stream.concat(workers.stream(), Stream.of(glancer))
                .flatMap(worker -> worker.pid().stream())
                .toList();
    }

    /** Ends all children; what was in line fails. */
    @Override
    public void close() {
        List<Job> left = new ArrayList<>(turns.close());
        left.addAll(glances.close());
        workers.forEach(Worker::close);
        glancer.close();
        left.forEach(job -> job.answer().complete(closed()));
    }

    static Answer closed() {
        return new Answer.Failed(null, Cause.CRASHED, "closed");
    }

    /** The tasks of one document, in line with those of the others. */
    public static final class Queue implements AutoCloseable {
        private final Deque<Job> jobs = new ArrayDeque<>();
        private final Path folder;
        private final Turns turns;
        private final List<Worker> workers;

        private Queue(Path folder, Turns turns, List<Worker> workers) {
            this.folder = folder;
            this.turns = turns;
            this.workers = workers;
        }

        /** Puts a task in line. The answer comes in any case, also when the child dies. */
        public CompletableFuture<Answer> ask(Supplier<? extends Task> task, Duration limit) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            turns.add(jobs, new Job(task, limit, folder, answer));
            return answer;
        }

        /** Takes back what no child has begun. */
        public void drop() {
            turns.clear(jobs).forEach(job -> job.answer().complete(closed()));
        }

        /** The document is done; the children let go of its files. */
        @Override
        public void close() {
            drop();
            workers.forEach(worker -> worker.forget(folder));
        }
    }
}
