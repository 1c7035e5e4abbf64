package io.liasse.store.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb} and {@code pg_ctl}. PostgreSQL refuses to run as root; for root the commands run in a user namespace
 * of their own ({@code unshare -U}), where the process is nobody but its files still belong to root.
 */
final class PostgresCommands {
    private static final long SECONDS = 120;
    private final Path programs;

    PostgresCommands(Path programs) {
        this.programs = programs;
    }

    /** Runs the program to its end; a failure carries what it said. */
    void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(asNobodySpecial());
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Process process = started(command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!ended(process) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(program + " failed: " + said.strip());
        }
    }

    private static Process started(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> asNobodySpecial() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }
}
