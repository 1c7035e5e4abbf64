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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that belongs to this program: its programs are unpacked from a jar, its data is kept in a folder
 * between starts, it listens on a free port of 127.0.0.1 and asks for a password that only the owner of the folder can
 * read. A server left running by a killed program is stopped and its place taken; one that dies is started again on the
 * same port. One program at a time may own a folder. Thread-safe.
 */
public final class BundledPostgres implements AutoCloseable {
    /** Who owns everything in this server. */
    public static final String USER = "liasse";

    private static final Logger LOG = LoggerFactory.getLogger(BundledPostgres.class);
    private static final int TRIES = 5;
    private static final long MILLIS_BETWEEN_TRIES = 500;

    private final DataFolder folder;
    private final ServerProcess process;
    private final ServerSettings settings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String password;
    private final int port;

    private BundledPostgres(DataFolder folder, PostgresCommands commands, ServerSettings settings) throws IOException {
        this.folder = folder;
        this.process = new ServerProcess(folder, commands);
        this.settings = settings;
        if (!folder.isInitialised()) {
            folder.initialise(commands, settings);
        }
        this.password = folder.password();
        process.stop();
        this.port = startedSomewhere(TRIES);
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
                BundledPostgres server = new BundledPostgres(taken, new PostgresCommands(unpacked), settings);
                server.watch();
                return server;
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
    public synchronized void close() {
        closed.countDown();
        try {
            process.stop();
            folder.release();
        } catch (IOException e) {
            throw new DatabaseFailure("cannot stop the bundled PostgreSQL", e);
        }
    }

    /** Stops at once and writes nothing more; the next start recovers what was committed. */
    public synchronized void abandon() {
        closed.countDown();
        try {
            process.abandon();
            folder.release();
        } catch (IOException e) {
            throw new DatabaseFailure("cannot stop the bundled PostgreSQL", e);
        }
    }

    /** Tries again with another port, since another program may take the one found before the server does. */
    private int startedSomewhere(int tries) throws IOException {
        int free = freePort();
        try {
            startOn(free);
            return free;
        } catch (IOException e) {
            if (tries <= 1) {
                throw e;
            }
            return startedSomewhere(tries - 1);
        }
    }

    private void startOn(int number) throws IOException {
        Files.writeString(folder.data().resolve("liasse.conf"), settings.text(number));
        process.start();
        LOG.atInfo().addKeyValue("port", number).log("bundled PostgreSQL started");
    }

    private void watch() throws IOException {
        process.running()
                .ifPresent(server -> Thread.ofVirtual().name("postgres-watch").start(() -> {
                    server.onExit().join();
                    revive();
                }));
    }

    /** Goes on trying until it runs or is closed; its last children may hold the shared memory for a moment. */
    private void revive() {
        try {
            while (!closed.await(MILLIS_BETWEEN_TRIES, TimeUnit.MILLISECONDS) && !revived()) {
                LOG.atWarn().log("bundled PostgreSQL does not start again yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean revived() {
        if (closed.getCount() == 0) {
            return true;
        }
        LOG.atError().log("bundled PostgreSQL ended by itself and is started again");
        try {
            process.stop();
            startOn(port);
            watch();
            return true;
        } catch (IOException e) {
            LOG.atError().setCause(e).log("bundled PostgreSQL cannot be started again");
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
