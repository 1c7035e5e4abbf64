package io.liasse.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built program, started by {@code ./run} on a home of its own. */
final class Program implements AutoCloseable {
    static final String PASSWORD = "a-password-for-measuring";

    private final Process process;
    private final Path home;
    private final int port;
    private final double secondsToReady;

    Program(Path home, Map<String, String> settings) throws IOException, InterruptedException {
        this.home = home;
        this.port = freePort();
        long start = System.nanoTime();
        this.process = launch(settings);
        client().awaitReady(process);
        this.secondsToReady = (System.nanoTime() - start) / 1e9;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    Client client() {
        return Client.withPassword("http://127.0.0.1:" + port, PASSWORD);
    }

    /** Resident memory now, in megabytes: the server, and all reading processes together. */
    Map<String, Long> residentMegabytes() {
        long server = resident(process.pid());
        long workers = process.descendants()
                .filter(child -> isCalled(child, "java"))
                .mapToLong(child -> resident(child.pid()))
                .sum();
        return Map.of("server", server, "workers", workers);
    }

    /** Processor seconds used so far: by the server, by all reading processes, by the database. */
    Map<String, Double> processorSeconds() {
        return Map.of(
                "server", processor(Stream.of(process.toHandle())),
                "workers", processor(process.descendants().filter(child -> isCalled(child, "java"))),
                "database", processor(ProcessHandle.allProcesses().filter(each -> isCalled(each, "postgres"))));
    }

    /** From fields 14 and 15 of /proc/pid/stat, in hundredths of a second. */
    private static double processor(Stream<ProcessHandle> processes) {
        return processes.mapToDouble(each -> processor(each.pid())).sum();
    }

    private static double processor(long pid) {
        try {
            String[] fields = Files.readString(Path.of("/proc/" + pid + "/stat"))
                    .replaceFirst(".*\\) ", "")
                    .split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static boolean isCalled(ProcessHandle process, String name) {
        return process.info().command().orElse("").endsWith("/" + name);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("./run")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("program.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "LIASSE_HOME", home.toString(),
                        "LIASSE_PORT", Integer.toString(port),
                        "LIASSE_ADMIN_PASSWORD", PASSWORD));
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** A connection to the program's own database, known by what it leaves in its home. */
    Connection database() throws IOException, SQLException {
        Path server = home.resolve("postgres");
        String databasePort =
                Files.readAllLines(server.resolve("data/postmaster.pid")).get(3).strip();
        String password = Files.readString(server.resolve("password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/liasse", "liasse", password);
    }

    private static long resident(long pid) {
        try (Stream<String> status = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
