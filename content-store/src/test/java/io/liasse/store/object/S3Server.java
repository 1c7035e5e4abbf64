package io.liasse.store.object;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real S3 server (S3Proxy) over a temporary folder, as a process on a free port of this machine. */
final class S3Server implements AutoCloseable {
    private static final String KEY = "test-key";
    private static final String SECRET = "test-secret";
    private static final Path JAR = Path.of("target", "s3-server", "s3-server.jar");

    private final Path folder;
    private final int port;
    private Process process;

    private S3Server(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    static S3Server start() throws IOException {
        return new S3Server(Files.createTempDirectory("liasse-s3"), freePort());
    }

    ObjectStoreSettings.S3 settings() {
        return new ObjectStoreSettings.S3("http://127.0.0.1:" + port, "liasse", KEY, SECRET, "us-east-1");
    }

    void stop() {
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    void startAgain() throws IOException {
        process = launch();
    }

    @Override
    public void close() {
        stop();
    }

    private Process launch() throws IOException {
        Path configuration = Files.writeString(folder.resolve("s3proxy.conf"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(
                        port, KEY, SECRET, Files.createDirectories(folder.resolve("buckets"))));
        Process launched = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        JAR.toString(),
                        "--properties",
                        configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        await().atMost(Duration.ofMinutes(1)).until(() -> launched.isAlive() && answers());
        return launched;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
