package io.liasse.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The process that serves a data folder, known by its {@code postmaster.pid}. After a crash that file may name a process
 * that is gone, or meanwhile any other program, so the command line is looked at too. The caller holds the lock of the
 * folder.
 */
final class ServerProcess {
    private final DataFolder folder;
    private final PostgresCommands commands;

    ServerProcess(DataFolder folder, PostgresCommands commands) {
        this.folder = folder;
        this.commands = commands;
    }

    Optional<ProcessHandle> running() throws IOException {
        if (!Files.exists(note())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(note());
        return lines.isEmpty()
                ? Optional.empty()
                : handle(Long.parseLong(lines.getFirst().strip()));
    }

    private Optional<ProcessHandle> handle(long pid) {
        String data = folder.data().toString();
        return ProcessHandle.of(pid)
                .filter(each -> each.info().commandLine().orElse("").contains(data));
    }

    /** Returns when it answers; recovery after a crash may take its time. */
    void start() throws IOException {
        String log = folder.startLog().toString();
        commands.run("pg_ctl", List.of("start", "-w", "-s", "-t", "900", "-D", data(), "-l", log));
    }

    /** Ends its sessions, then itself, everything written; at once when that takes longer than half a minute. */
    void stop() throws IOException {
        if (running().isEmpty()) {
            Files.deleteIfExists(note());
            return;
        }
        try {
            commands.run("pg_ctl", List.of("stop", "-w", "-s", "-t", "30", "-m", "fast", "-D", data()));
        } catch (IOException e) {
            abandon();
        }
    }

    /** Ends at once; the next start recovers what was committed. */
    void abandon() throws IOException {
        if (running().isPresent()) {
            commands.run("pg_ctl", List.of("stop", "-w", "-s", "-t", "30", "-m", "immediate", "-D", data()));
        }
    }

    private Path note() {
        return folder.data().resolve("postmaster.pid");
    }

    private String data() {
        return folder.data().toString();
    }
}
