package io.liasse.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader.Glance;
import io.liasse.capture.Reading.Hint;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a glance tells of good scans of many kinds (nothing) and of the same made bad. Shares, not single pages: a limit that
 * fits each page here would fit no other.
 */
@Tag("samples")
final class GlanceTest {
    private static final Set<Hint> TO_SCAN_AGAIN =
            EnumSet.of(Hint.BLURRED, Hint.CUT, Hint.TOO_DARK, Hint.TOO_LIGHT, Hint.TOO_COARSE);

    /** Kinds with letters of usual size on paper; receipts are dealt with by themselves. */
    private static final List<String> LETTERS = List.of("rendered-de", "rendered-fr", "rendered-it", "typewritten-fr");

    private static DocumentReader reader;

    @TempDir
    Path folder;

    private final AtomicInteger files = new AtomicInteger();

    @BeforeAll
    static void start() {
        reader = new DocumentReader(ReaderSettings.usual());
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void leavesGoodScansAlone() throws IOException {
        Map<String, Set<Hint>> warned = new TreeMap<>();
        int pages = 0;
        for (Path file :
                pictures("ocr-pages", "capture/scans", "capture/barcodes", "capture/qr-bill", "capture/pdf-images")) {
            for (Glance glance : glances(file)) {
                pages++;
                if (!glance.hints().isEmpty()) {
                    warned.put(file.getFileName() + " " + glance.page(), glance.hints());
                }
            }
        }
        long again = warned.values().stream()
                .filter(hints -> hints.stream().anyMatch(TO_SCAN_AGAIN::contains))
                .count();
        assertThat(pages).isGreaterThan(100);
        assertThat(again).as("%s", warned).isLessThanOrEqualTo(pages / 20);
    }

    @Test
    void tellsBlurByItsRadius() throws IOException {
        Map<Double, Double> shares = new TreeMap<>();
        for (double radius : new double[] {1, 4, 6}) {
            shares.put(radius, share(Hint.BLURRED, page -> blurred(page, radius)));
        }
        assertThat(shares.get(1.0)).isLessThan(0.15);
        assertThat(shares.get(4.0)).isGreaterThan(0.6);
        assertThat(shares.get(6.0)).isGreaterThan(0.6);
    }

    @Test
    void tellsWhatIsCut() throws IOException {
        double left = share(Hint.CUT, page -> part(page, page.getWidth() / 4, 0, page.getWidth(), page.getHeight()));
        double right = share(Hint.CUT, page -> part(page, 0, 0, page.getWidth() * 3 / 4, page.getHeight()));
        assertThat(left).isGreaterThan(0.6);
        assertThat(right).isGreaterThan(0.6);
    }

    @Test
    void tellsHowAPageLies() throws IOException {
        double head = share(Hint.UPSIDE_DOWN, page -> turned(page, 2));
        double side = share(Hint.ON_ITS_SIDE, page -> turned(page, 1));
        assertThat(head).isGreaterThan(0.6);
        assertThat(side).isGreaterThan(0.6);
    }

    @Test
    void tellsShadesAndResolution() throws IOException {
        double dark = share(Hint.TOO_DARK, page -> shaded(page, 0.3f, 0));
        double light = share(Hint.TOO_LIGHT, page -> shaded(page, 0.12f, 224));
        double coarse = share(Hint.TOO_COARSE, page -> scaled(page, 560.0 / page.getWidth()));
        assertThat(dark).isGreaterThan(0.9);
        assertThat(light).isGreaterThan(0.5);
        assertThat(coarse).isGreaterThan(0.5);
    }

    @Test
    void tellsABlankBackWithTheFrontShiningThrough() throws IOException {
        BufferedImage front = picture(Samples.file("ocr-pages/rendered-de/de-install-p058.jpg"));
        BufferedImage back = shaded(blurred(front, 5), 0.12f, 222);
        assertThat(glances(kept(back)))
                .singleElement()
                .satisfies(each -> assertThat(each.hints()).containsExactly(Hint.BLANK));
    }

    @Test
    void saysNothingOfWhatIsNoScan() throws IOException {
        assertThat(glances(Samples.file("capture/office/52288.docx"))).isEmpty();
        Path broken = Files.write(folder.resolve("broken.pdf"), "%PDF-1.7 and no more".getBytes());
        assertThat(glances(broken)).isEmpty();
    }

    /** Before pages of other documents, which occupy all other processes, are done. */
    @Test
    void doesNotWaitForWhatIsBeingRead() throws Exception {
        BufferedImage page = picture(Samples.file("ocr-pages/rendered-de/de-install-p058.jpg"));
        Path bad = kept(blurred(page, 6));
        glances(bad);
        CountDownLatch reading = new CountDownLatch(4);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reading>> busy = new ArrayList<>();
            for (int each = 0; each < 4; each++) {
                Path derived = Files.createDirectory(folder.resolve("reading" + each));
                Path file = Samples.file("ocr-pages/rendered-it/it-debref-p112.tif");
                busy.add(others.submit(() -> {
                    reading.countDown();
                    return reader.read(new ReadOrder(file, "page.tif", null, null, null, derived));
                }));
            }
            reading.await();
            long began = System.nanoTime();
            assertThat(glances(bad).getFirst().hints()).contains(Hint.BLURRED);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(busy).anyMatch(each -> !each.isDone());
            assertThat(took).isLessThan(Duration.ofSeconds(2));
        }
    }

    private double share(Hint hint, UnaryOperator<BufferedImage> change) throws IOException {
        int all = 0;
        int told = 0;
        for (Path file : pictures(LETTERS.stream().map("ocr-pages/"::concat).toArray(String[]::new))) {
            BufferedImage page = picture(file);
            if (page.getColorModel().getPixelSize() == 1) {
                continue;
            }
            all++;
            if (all % 2 == 0) {
                continue;
            }
            Path changed = kept(change.apply(page));
            told += glances(changed).getFirst().hints().contains(hint) ? 1 : 0;
            Files.delete(changed);
        }
        return (double) told / ((all + 1) / 2);
    }

    private List<Glance> glances(Path file) throws IOException {
        List<Glance> all = new ArrayList<>();
        reader.glance(file, Files.createDirectory(folder.resolve("glance" + files.incrementAndGet())), 20, all::add);
        return all;
    }

    private static List<Path> pictures(String... folders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String each : folders) {
            try (Stream<Path> found = Files.walk(Samples.file(each))) {
                found.filter(file -> file.toString().matches(".*\\.(png|jpe?g|tiff?|pdf)"))
                        .sorted()
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static BufferedImage picture(Path file) throws IOException {
        return Optional.ofNullable(ImageIO.read(file.toFile())).orElseThrow();
    }

    private Path kept(BufferedImage image) throws IOException {
        Path file = folder.resolve("page" + files.incrementAndGet() + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static BufferedImage gray(BufferedImage image, int width, int height, AffineTransform transform) {
        BufferedImage gray = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = gray.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, transform, null);
        pen.dispose();
        return gray;
    }

    private static BufferedImage gray(BufferedImage image) {
        return gray(image, image.getWidth(), image.getHeight(), new AffineTransform());
    }

    /** By a Gaussian; the radius is in pixels of a page at 300 dots per inch. */
    private static BufferedImage blurred(BufferedImage image, double radius) {
        double sigma = radius * image.getWidth() / 2480;
        int reach = (int) Math.ceil(3 * sigma);
        float[] weights = new float[2 * reach + 1];
        for (int at = -reach; at <= reach; at++) {
            weights[at + reach] = (float) Math.exp(-at * at / (2 * sigma * sigma));
        }
        float sum = (float) IntStream.range(0, weights.length)
                .mapToDouble(at -> weights[at])
                .sum();
        for (int at = 0; at < weights.length; at++) {
            weights[at] /= sum;
        }
        BufferedImage wide = padded(gray(image), reach);
        BufferedImage once =
                new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(wide, null);
        BufferedImage twice =
                new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null).filter(once, null);
        return gray(part(twice, reach, reach, twice.getWidth() - reach, twice.getHeight() - reach));
    }

    private static BufferedImage padded(BufferedImage image, int by) {
        return gray(
                image,
                image.getWidth() + 2 * by,
                image.getHeight() + 2 * by,
                AffineTransform.getTranslateInstance(by, by));
    }

    private static BufferedImage part(BufferedImage image, int left, int top, int right, int bottom) {
        return gray(image.getSubimage(left, top, right - left, bottom - top));
    }

    private static BufferedImage turned(BufferedImage image, int quarters) {
        boolean swapped = quarters % 2 == 1;
        int width = swapped ? image.getHeight() : image.getWidth();
        int height = swapped ? image.getWidth() : image.getHeight();
        AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        return gray(image, width, height, turn);
    }

    private static BufferedImage shaded(BufferedImage image, float factor, int offset) {
        return new RescaleOp(factor, offset, null).filter(gray(image), null);
    }

    private static BufferedImage scaled(BufferedImage image, double factor) {
        BufferedImage soft = blurred(image, 0.5 / factor * 2480 / image.getWidth());
        return gray(
                soft,
                (int) (image.getWidth() * factor),
                (int) (image.getHeight() * factor),
                AffineTransform.getScaleInstance(factor, factor));
    }
}
