package io.liasse.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed program leaves behind: a server still running on the data folder, or only its {@code postmaster.pid},
 * whose number may meanwhile belong to any other process. The caller holds the lock of the folder.
 */
final class LeftoverServer {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private final Path data;
    private final PostgresCommands commands;

    LeftoverServer(Path data, PostgresCommands commands) {
        this.data = data;
        this.commands = commands;
    }

    /** Stops it in order, or forgets it when it is not there any more. */
    void remove() throws IOException {
        Path note = data.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        if (server(note).isPresent()) {
            LOG.atInfo().log("stopping the PostgreSQL that an earlier run left behind");
            commands.run("pg_ctl", List.of("stop", "-w", "-s", "-m", "fast", "-D", data.toString()));
        } else {
            Files.deleteIfExists(note);
        }
    }

    private Optional<ProcessHandle> server(Path note) throws IOException {
        List<String> lines = Files.readAllLines(note);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(each -> each.info().commandLine().orElse("").contains(data.toString()));
    }
}
