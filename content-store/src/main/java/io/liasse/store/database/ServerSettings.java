package io.liasse.store.database;

/** How the bundled server trades safety for speed. */
public enum ServerSettings {
    /** A commit that was answered survives a loss of power. */
    DURABLE("on", "256MB"),
    /** For data that is thrown away, as in tests. */
    FLEETING("off", "32MB");

    private final String safe;
    private final String buffers;

    ServerSettings(String safe, String buffers) {
        this.safe = safe;
        this.buffers = buffers;
    }

    String initialisation() {
        return this == DURABLE ? "--sync-method=fsync" : "--no-sync";
    }

    /** The file that {@code postgresql.conf} includes; written anew at each start. */
    String text(int port) {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 100
                shared_buffers = '%s'
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                jit = off
                max_parallel_workers_per_gather = 0
                timezone = 'UTC'
                log_timezone = 'UTC'
                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgres-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = 0
                """.formatted(port, buffers, safe, safe, safe);
    }
}
