package io.liasse.store.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.liasse.store.database.BundledPostgres;
import io.liasse.store.database.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * Fresh, migrated databases in one bundled PostgreSQL per test JVM, which is started at first use and removed when the
 * JVM ends, also by a kill. A database costs some 50 ms: it is copied from a template that was migrated once.
 *
 * <p>In a Spring test, put {@code url}, {@code user} and {@code password} of a database into {@code spring.datasource.*}.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A database of its own with the schema of all modules on the class path, and nothing in it. */
    public static TestDatabase fresh() {
        String name = "test" + COUNT.incrementAndGet();
        Server.execute("create database " + name + " template " + Server.TEMPLATE);
        return new TestDatabase(name);
    }

    public String url() {
        return Server.POSTGRES.url(name);
    }

    public String user() {
        return BundledPostgres.USER;
    }

    public String password() {
        return Server.POSTGRES.password();
    }

    /** A pool of at most 10 connections; the caller closes it. */
    public HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(user());
        config.setPassword(password());
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** Started when first touched. */
    private static final class Server {
        private static final String TEMPLATE = "template_of_tests";
        private static final BundledPostgres POSTGRES = started();

        private Server() {}

        private static BundledPostgres started() {
            Path folder = folder();
            Path programs = Path.of(System.getProperty("java.io.tmpdir"), "liasse-postgres");
            BundledPostgres server = BundledPostgres.start(folder, programs, ServerSettings.FLEETING);
            removeWhenThisProcessEnds(folder);
            server.create(TEMPLATE);
            Flyway.configure()
                    .dataSource(server.url(TEMPLATE), BundledPostgres.USER, server.password())
                    .load()
                    .migrate();
            return server;
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory("liasse-test-database");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A shell waits for the end of its input, which comes when this process is gone, however it went. */
        private static void removeWhenThisProcessEnds(Path folder) {
            String script = """
                    trap '' HUP INT TERM
                    cat
                    server=$(head -n 1 "$0/data/postmaster.pid")
                    kill -QUIT "$server"
                    while kill -0 "$server"; do sleep 0.1; done
                    rm -rf "$0"
                    """;
            try {
                new ProcessBuilder("sh", "-c", script, folder.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static synchronized void execute(String statement) {
            try (Connection connection = DriverManager.getConnection(
                            POSTGRES.url("postgres"), BundledPostgres.USER, POSTGRES.password());
                    Statement run = connection.createStatement()) {
                run.execute(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
