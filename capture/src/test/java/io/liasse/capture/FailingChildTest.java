package io.liasse.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Child processes that die or break limits fail the file they read, and nothing else. */
final class FailingChildTest {
    @TempDir
    Path folder;

    @Test
    void endsPageThatTakesTooLong() throws Exception {
        ReaderSettings usual = ReaderSettings.usual();
        ReaderSettings hasty = limited(usual, usual.heapMegabytes(), usual.residentMegabytes(), Duration.ofSeconds(10));
        try (DocumentReader reader = new DocumentReader(hasty)) {
            CompletableFuture<Reading> slow = inBackground(reader, longPage());
            assertThat(read(reader, letter())).isInstanceOf(Reading.Read.class);
            assertThat(slow.get())
                    .isInstanceOfSatisfying(
                            Reading.Unreadable.class,
                            unreadable -> assertThat(unreadable.cause())
                                    .as(unreadable.detail())
                                    .isEqualTo(Reading.Cause.OUT_OF_TIME));
            assertThat(read(reader, letter())).isInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void triesAgainInFreshProcessWhenOneDies() throws Exception {
        try (DocumentReader reader = new DocumentReader(ReaderSettings.usual())) {
            assertThat(read(reader, letter())).isInstanceOf(Reading.Read.class);
            assertThat(read(reader, letter())).isInstanceOf(Reading.Read.class);
            CompletableFuture<Reading> page = inBackground(reader, scan(1000, 1400));
            kill(reader);
            assertThat(page.get()).isInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void blamesFileThatEndsOneProcessAfterTheOther() throws Exception {
        try (DocumentReader reader = new DocumentReader(ReaderSettings.usual())) {
            CompletableFuture<Reading> page = inBackground(reader, longPage());
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        kill(reader);
                        return page.isDone();
                    });
            assertThat(page.get())
                    .isInstanceOfSatisfying(
                            Reading.Unreadable.class,
                            unreadable -> assertThat(unreadable.cause())
                                    .as(unreadable.detail())
                                    .isEqualTo(Reading.Cause.CRASHED));
            assertThat(read(reader, letter())).isInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void endsProcessWhoseHeapIsFull() throws Exception {
        ReaderSettings usual = ReaderSettings.usual();
        Path text = Files.writeString(folder.resolve("long.txt"), "жук ".repeat(4_500_000));
        try (DocumentReader reader = new DocumentReader(limited(usual, 96, 1536, usual.timePerPage()))) {
            assertThat(read(reader, text))
                    .isInstanceOfSatisfying(
                            Reading.Unreadable.class,
                            unreadable -> assertThat(unreadable.cause())
                                    .as(unreadable.detail())
                                    .isEqualTo(Reading.Cause.OUT_OF_MEMORY));
            assertThat(read(reader, letter())).isInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void endsProcessThatTakesTooMuchMemoryOutsideItsHeap() throws Exception {
        ReaderSettings usual = ReaderSettings.usual();
        Path png = folder.resolve("large.png");
        ImageIO.write(new BufferedImage(9_000, 9_000, BufferedImage.TYPE_3BYTE_BGR), "png", png.toFile());
        try (DocumentReader reader = new DocumentReader(limited(usual, 256, 480, usual.timePerPage()))) {
            assertThat(read(reader, png))
                    .isInstanceOfSatisfying(
                            Reading.Unreadable.class,
                            unreadable -> assertThat(unreadable.cause())
                                    .as(unreadable.detail())
                                    .isEqualTo(Reading.Cause.OUT_OF_MEMORY));
            assertThat(read(reader, letter())).isInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void refusesTooManyPixelsWithoutDecoding() throws Exception {
        Path png = folder.resolve("huge.png");
        ImageIO.write(new BufferedImage(12_000, 12_000, BufferedImage.TYPE_BYTE_BINARY), "png", png.toFile());
        try (DocumentReader reader = new DocumentReader(ReaderSettings.usual())) {
            assertThat(read(reader, png))
                    .isInstanceOfSatisfying(
                            Reading.Unreadable.class,
                            unreadable -> assertThat(unreadable.cause())
                                    .as(unreadable.detail())
                                    .isEqualTo(Reading.Cause.TOO_MANY_PIXELS));
        }
    }

    @Test
    void leavesNoProcessWhenServerDies() throws Exception {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Server.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String[] pids = server.inputReader().readLine().split(" ");
        server.destroyForcibly().waitFor();
        assertThat(pids).isNotEmpty();
        for (String pid : pids) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ProcessHandle.of(Long.parseLong(pid))
                            .filter(ProcessHandle::isAlive)
                            .isEmpty());
        }
    }

    /** A server that only has a reader, in a process of its own. */
    static final class Server {
        private Server() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (DocumentReader reader = new DocumentReader(ReaderSettings.usual())) {
                reader.warmUp();
                while (reader.processes().size() < ReaderSettings.usual().workers()) {
                    Thread.onSpinWait();
                }
                System.out.println(String.join(
                        " ", reader.processes().stream().map(String::valueOf).toList()));
                new java.util.concurrent.CountDownLatch(1).await();
            }
        }
    }

    private static void kill(DocumentReader reader) {
        reader.processes().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    private static ReaderSettings limited(ReaderSettings usual, int heap, int resident, Duration timePerPage) {
        return new ReaderSettings(
                2,
                heap,
                resident,
                timePerPage,
                usual.timePerFile(),
                usual.pages(),
                usual.pixelsPerPage(),
                usual.parts(),
                usual.unpackedBytes(),
                usual.resolution(),
                usual.region(),
                null,
                usual.office(),
                null,
                null);
    }

    private CompletableFuture<Reading> inBackground(DocumentReader reader, Path file) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return read(reader, file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private Reading read(DocumentReader reader, Path file) throws IOException {
        Path own = Files.createTempDirectory(folder, "order");
        return reader.read(new ReadOrder(file, file.getFileName().toString(), null, null, null, own));
    }

    private Path letter() throws IOException {
        return Files.writeString(
                folder.resolve("letter.txt"), "Dear Madam, please find enclosed the form you asked for.");
    }

    /** A poster of small print in 300 dots per inch, which takes minutes. */
    private Path longPage() throws IOException {
        BufferedImage picture = print(5_000, 7_000);
        Path file = folder.resolve("poster.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(5_000 * 72f / 300, 7_000 * 72f / 300));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        JPEGFactory.createFromImage(document, picture),
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
            document.save(file.toFile());
        }
        return file;
    }

    private Path scan(int width, int height) throws IOException {
        Path file = folder.resolve("scan-" + width + ".png");
        ImageIO.write(print(width, height), "png", file.toFile());
        return file;
    }

    /** A page full of small print. */
    private static BufferedImage print(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
        for (int y = 60; y < height - 40; y += 36) {
            graphics.drawString(
                    ("The quick brown fox jumps over lazy dog number " + y + " again and ").repeat(width / 900 + 1),
                    40,
                    y);
        }
        graphics.dispose();
        return image;
    }
}
