package io.liasse.capture.detect;

import io.liasse.capture.Reading.Cause;
import io.liasse.capture.worker.RefusedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program of the system that decodes what no library here does. It runs for one file, within limits of its own, and on
 * Linux ends with this process however this ends ({@code setpriv}, {@code prlimit} of util-linux).
 *
 * @param memory most bytes of addresses it may take
 * @param written most bytes in one file it writes
 */
record Program(Path file, Duration time, long memory, long written) {
    /** The first of these programs that there is on the path of the system. */
    static Optional<Path> find(String... names) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(path.split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Runs it in a folder and waits.
     *
     * @return the exit code
     * @throws RefusedException when it takes longer than it may
     */
    int run(Path folder, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(limits());
        line.add(file.toString());
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TMPDIR", folder.toString());
        return await(builder.start());
    }

    private int await(Process process) throws IOException {
        try {
            if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw RefusedException.failed(
                        null, Cause.OUT_OF_TIME, file.getFileName() + " " + time.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> limits() {
        @Nullable Path withParent = find("setpriv").orElse(null);
        @Nullable Path limited = find("prlimit").orElse(null);
        List<String> line = new ArrayList<>();
        if (withParent != null) {
            line.addAll(List.of(withParent.toString(), "--pdeathsig", "KILL"));
        }
        if (limited != null) {
            line.addAll(List.of(
                    limited.toString(),
                    "--as=" + memory,
                    "--fsize=" + written,
                    "--cpu=" + time.toSeconds(),
                    "--core=0"));
        }
        return line;
    }
}
