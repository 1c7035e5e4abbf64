package io.liasse.bench;

import io.liasse.store.database.BundledPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built program, started as {@code ./run} starts it, on a home and a database of its own. */
final class Program implements AutoCloseable {
    static final String PASSWORD = "a-password-for-measuring";

    private final Process process;
    private final Path home;
    private final int port;
    private final double secondsToReady;

    Program(Path built, Path home, BundledPostgres database) throws IOException, InterruptedException {
        this.home = home;
        this.port = freePort();
        long start = System.nanoTime();
        this.process = launch(built, database);
        client().awaitReady(process);
        this.secondsToReady = (System.nanoTime() - start) / 1e9;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    Client client() {
        return new Client("http://127.0.0.1:" + port, PASSWORD);
    }

    /** Resident memory now, in megabytes: the server, and all reading processes together. */
    Map<String, Long> residentMegabytes() {
        long server = resident(process.pid());
        long workers = process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .mapToLong(child -> resident(child.pid()))
                .sum();
        return Map.of("server", server, "workers", workers);
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

    private Process launch(Path built, BundledPostgres database) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseG1GC",
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules",
                "jdk.incubator.vector",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8"));
        Path prepared = built.resolve("liasse.aot");
        if (Files.exists(prepared)) {
            command.add("-XX:AOTCache=" + prepared);
        }
        command.addAll(List.of("-jar", built.resolve("liasse.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("program.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "LIASSE_HOME", home.toString(),
                        "LIASSE_PORT", Integer.toString(port),
                        "LIASSE_ADMIN_PASSWORD", PASSWORD,
                        "OMP_THREAD_LIMIT", "1",
                        "SPRING_DATASOURCE_URL", database.url("liasse"),
                        "SPRING_DATASOURCE_USERNAME", BundledPostgres.USER,
                        "SPRING_DATASOURCE_PASSWORD", database.password()));
        return builder.start();
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
