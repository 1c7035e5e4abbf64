package io.liasse.store.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that belongs to this program: its programs are unpacked from a jar, its data is kept in a folder
 * between starts, it listens on a free port of 127.0.0.1 and asks for a password that only the owner of the folder can
 * read. A server left running by a killed program is stopped and its place taken. One program at a time may own a folder.
 */
public final class BundledPostgres implements AutoCloseable {
    /** Who owns everything in this server. */
    public static final String USER = "liasse";

    private static final Logger LOG = LoggerFactory.getLogger(BundledPostgres.class);
    private static final int TRIES = 5;

    private final DataFolder folder;
    private final PostgresCommands commands;
    private final String password;
    private final int port;

    private BundledPostgres(DataFolder folder, PostgresCommands commands, ServerSettings settings) throws IOException {
        this.folder = folder;
        this.commands = commands;
        if (!folder.isInitialised()) {
            folder.initialise(commands, settings);
        }
        this.password = folder.password();
        new LeftoverServer(folder.data(), commands).remove();
        this.port = started(settings, TRIES);
    }

    /** Starts the server over the data in {@code folder}, made when absent; its programs are unpacked there too. */
    public static BundledPostgres start(Path folder) {
        return start(folder, folder, ServerSettings.DURABLE);
    }

    /** The same with the programs unpacked below the folder {@code programs}, and with these settings. */
    public static BundledPostgres start(Path folder, Path programs, ServerSettings settings) {
        try {
            DataFolder taken = DataFolder.taken(folder.toAbsolutePath());
            try {
                Path unpacked = new PostgresBinaries(programs.toAbsolutePath()).unpacked();
                return new BundledPostgres(taken, new PostgresCommands(unpacked), settings);
            } catch (IOException | RuntimeException e) {
                taken.release();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseFailure("cannot start the bundled PostgreSQL in " + folder, e);
        }
    }

    /** JDBC address of a database in this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public String password() {
        return password;
    }

    /** Makes an empty database unless it is there. */
    public void create(String database) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, database)) {
                statement.execute("create database " + database);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("cannot make the database " + database, e);
        }
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        return statement
                .executeQuery("select from pg_database where datname = '" + database + "'")
                .next();
    }

    /** Stops the server in order: sessions are ended, everything is written. */
    @Override
    public void close() {
        stop("fast");
    }

    /** Stops at once and writes nothing more, for data that will be thrown away; other data recovers at the next start. */
    public void abandon() {
        stop("immediate");
    }

    private void stop(String mode) {
        try {
            if (Files.exists(folder.data().resolve("postmaster.pid"))) {
                commands.run(
                        "pg_ctl",
                        List.of(
                                "stop",
                                "-w",
                                "-s",
                                "-m",
                                mode,
                                "-D",
                                folder.data().toString()));
            }
            folder.release();
        } catch (IOException e) {
            throw new DatabaseFailure("cannot stop the bundled PostgreSQL", e);
        }
    }

    /** Tries again with another port, since another program may take the one found before the server does. */
    private int started(ServerSettings settings, int tries) throws IOException {
        int free = freePort();
        Files.writeString(folder.data().resolve("liasse.conf"), settings.text(free));
        try {
            commands.run("pg_ctl", startOptions());
            LOG.atInfo().addKeyValue("port", free).log("bundled PostgreSQL started");
            return free;
        } catch (IOException e) {
            if (tries <= 1) {
                throw e;
            }
            return started(settings, tries - 1);
        }
    }

    private List<String> startOptions() {
        String log = folder.startLog().toString();
        return List.of("start", "-w", "-s", "-D", folder.data().toString(), "-l", log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
