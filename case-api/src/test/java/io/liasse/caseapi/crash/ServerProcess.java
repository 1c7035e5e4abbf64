package io.liasse.caseapi.crash;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program as a process of its own, which can be killed without warning and started again on the same home. */
final class ServerProcess {
    static final String PASSWORD = "a-password-for-tests";

    private final Path home;
    private final int port;
    private final Map<String, String> environment;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    ServerProcess(Path home, Map<String, String> environment) throws IOException {
        this.home = home;
        this.port = freePort();
        this.environment = environment;
        this.process = launch();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** SIGKILL, so that no shutdown code runs, then a new start. */
    void killAndRestart() throws IOException {
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
        process = launch();
    }

    void stop() {
        process.destroy();
        await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
    }

    /** Keeps the program's log, with what its threads are doing now, beside the reports of the tests. */
    Path evidence() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                .start()
                .waitFor();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.readString(log()).contains("JNI global refs"));
        Path kept = Files.createDirectories(Path.of("target")).resolve("crash-test-server.log");
        return Files.copy(log(), kept, StandardCopyOption.REPLACE_EXISTING);
    }

    void awaitReady() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> process.isAlive() ? isReady() : died());
    }

    private boolean died() throws IOException {
        throw new IllegalStateException("the program ended by itself:\n" + Files.readString(log()));
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.liasse.LiasseApplication"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("LIASSE_HOME", home.toString());
        builder.environment().put("LIASSE_PORT", Integer.toString(port));
        builder.environment().put("LIASSE_ADMIN_PASSWORD", PASSWORD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        return builder.start();
    }

    private Path log() {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
