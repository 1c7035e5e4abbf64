package io.liasse.capture.worker;

import io.liasse.capture.Reading.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One child process, seen from the server. Asks one task at a time and ends the process when it breaks a limit. Not
 * thread-safe; {@link #close} may come from any thread.
 */
final class Child implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(200);
    /** {@code -XX:+ExitOnOutOfMemoryError} ends a Java process with this code. */
    private static final int EXIT_OUT_OF_MEMORY = 3;

    private final Process process;
    private final Path temporary;
    private final long mostResidentBytes;
    private final long mostTemporaryBytes;
    private final Frames frames;
    /** Answers; an empty one when the child's output ended, in the middle of an answer too, or was nonsense. */
    private final BlockingQueue<Optional<Answer>> received = new LinkedBlockingQueue<>();

    private final StringBuilder complaints = new StringBuilder();
    private int tasks;

    Child(Process process, Path temporary, long mostResidentBytes, long mostTemporaryBytes) {
        this.process = process;
        this.temporary = temporary;
        this.mostResidentBytes = mostResidentBytes;
        this.mostTemporaryBytes = mostTemporaryBytes;
        this.frames = new Frames(process.getInputStream(), process.getOutputStream());
        listen("answers", this::receive);
        listen("complaints", this::drain);
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** It has done nothing but its set-up. Only then is its death the fault of the file it reads. */
    boolean fresh() {
        return tasks <= 1;
    }

    /** The last words on its standard error; for failures to start, never for a log that others read. */
    String complaints() {
        synchronized (complaints) {
            return complaints.toString();
        }
    }

    /** Asks and waits. When the child dies or breaks a limit it is ended and the answer says why. */
    Answer ask(Task task, Duration limit) throws InterruptedException {
        try {
            frames.write(task);
        } catch (IOException e) {
            return ended();
        }
        Answer answer = await(limit);
        tasks++;
        return answer;
    }

    private Answer await(Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            Optional<Answer> next = received.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) {
                return next.isPresent() ? next.get() : ended();
            }
            Answer broken = brokenLimit(Duration.ofNanos(System.nanoTime() - start), limit);
            if (broken != null) {
                end();
                return broken;
            }
        }
    }

    private @Nullable Answer brokenLimit(Duration used, Duration limit) {
        if (used.compareTo(limit) > 0) {
            return new Answer.Failed(null, Cause.OUT_OF_TIME, limit.toSeconds() + " s");
        }
        if (Residence.of(process.pid()) > mostResidentBytes) {
            return new Answer.Failed(null, Cause.OUT_OF_MEMORY, "resident memory");
        }
        if (Residence.written(temporary) > mostTemporaryBytes) {
            return new Answer.Failed(null, Cause.TOO_LARGE_UNPACKED, "temporary files");
        }
        return null;
    }

    private Answer ended() throws InterruptedException {
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            end();
        }
        int code = process.exitValue();
        return code == EXIT_OUT_OF_MEMORY
                ? new Answer.Failed(null, Cause.OUT_OF_MEMORY, "heap")
                : new Answer.Failed(null, Cause.CRASHED, "exit code " + code);
    }

    /** Ends the process and waits until it is gone, so that nobody takes it for alive any more. */
    private void end() throws InterruptedException {
        close();
        process.waitFor();
    }

    private void receive() {
        try {
            Answer answer = frames.read(Answer.class);
            while (answer != null) {
                received.add(Optional.of(answer));
                answer = frames.read(Answer.class);
            }
        } catch (IOException | RuntimeException e) {
            complain(String.valueOf(e.getMessage()));
        } finally {
            received.add(Optional.empty());
        }
    }

    private void drain() {
        byte[] piece = new byte[1024];
        try (InputStream errors = process.getErrorStream()) {
            for (int read = errors.read(piece); read >= 0; read = errors.read(piece)) {
                complain(new String(piece, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            complain(String.valueOf(e.getMessage()));
        }
    }

    private void complain(String words) {
        synchronized (complaints) {
            complaints.append(words);
            complaints.delete(0, Math.max(0, complaints.length() - 4096));
        }
    }

    private void listen(String what, Runnable action) {
        Thread.ofPlatform().daemon().name("reading-child-" + pid() + "-" + what).start(action);
    }

    /** Ends the process at once. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Where its temporary files go from now on. */
    void writeTemporaryFilesTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Links.lay(temporary, folder);
    }
}
