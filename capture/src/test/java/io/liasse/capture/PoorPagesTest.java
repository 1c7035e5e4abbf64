package io.liasse.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages as they lie on a scanner: turned, askew, in shadow, with grain, specks and dark edges, in two languages. */
@Tag("samples")
final class PoorPagesTest {
    private static final String FRENCH = "ocr-pages/rendered-fr/fr-install-p073";
    private static final String GERMAN = "ocr-pages/rendered-de/de-install-p058";
    private static DocumentReader reader;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        reader = new DocumentReader(ReaderSettings.usual());
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @ParameterizedTest
    @CsvSource({FRENCH + ".tif, 90", GERMAN + ".jpg, 180", FRENCH + ".tif, 270"})
    void readsATurnedPage(String name, int degrees) throws IOException {
        BufferedImage page = picture(name);
        boolean swapped = degrees != 180;
        BufferedImage turned = turned(
                page,
                degrees,
                swapped ? page.getHeight() : page.getWidth(),
                swapped ? page.getWidth() : page.getHeight());
        assertThat(recall(turned, truth(name))).isGreaterThan(0.9);
    }

    @Test
    void readsADirtyPageThatLiesOnItsSide() throws IOException {
        BufferedImage page = dirty(picture(GERMAN + ".jpg"), 0.4, 15, 2_000);
        assertThat(recall(turned(page, 90, page.getHeight(), page.getWidth()), truth(GERMAN + ".jpg")))
                .isGreaterThan(0.8);
    }

    @ParameterizedTest
    @CsvSource({FRENCH + ".tif, 6.3", GERMAN + ".jpg, -4.4", GERMAN + ".jpg, 0.8"})
    void levelsAPageThatLiesAskew(String name, double degrees) throws IOException {
        BufferedImage page = picture(name);
        BufferedImage askew = turned(page, degrees, page.getWidth() * 11 / 10, page.getHeight() * 11 / 10);
        assertThat(recall(askew, truth(name))).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource({
        FRENCH + ".tif, 0.5, 0, 0",
        FRENCH + ".tif, 0, 20, 0",
        GERMAN + ".jpg, 0, 0, 2000",
        GERMAN + ".jpg, 0.4, 15, 2000"
    })
    void seesThroughShadowGrainAndSpecks(String name, double shadow, double grain, int pixelsPerSpeck)
            throws IOException {
        assertThat(recall(dirty(picture(name), shadow, grain, pixelsPerSpeck), truth(name)))
                .isGreaterThan(0.8);
    }

    @Test
    void readsAPageInTwoLanguages() throws IOException {
        BufferedImage below = picture(GERMAN + ".jpg");
        BufferedImage above = narrowed(picture(FRENCH + ".tif"), below.getWidth());
        BufferedImage both = blank(Math.max(above.getWidth(), below.getWidth()), above.getHeight() + below.getHeight());
        Graphics2D graphics = both.createGraphics();
        graphics.drawImage(above, 0, 0, null);
        graphics.drawImage(below, 0, above.getHeight(), null);
        graphics.dispose();
        assertThat(recall(both, truth(FRENCH + ".tif") + "\n" + truth(GERMAN + ".jpg")))
                .isGreaterThan(0.9);
    }

    private double recall(BufferedImage picture, String truth) throws IOException {
        Path file = folder.resolve("page.png");
        ImageIO.write(picture, "png", file.toFile());
        Reading reading = reader.read(new ReadOrder(file, "page.png", null, null, null, folder.resolve("derived")));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        String read = ((Reading.Read) reading)
                .pages().stream().map(Reading.ReadPage::text).collect(Collectors.joining("\n"));
        return WordRecall.of(truth, read);
    }

    private static BufferedImage picture(String name) throws IOException {
        BufferedImage read = ImageIO.read(Samples.file(name).toFile());
        return drawn(read, read.getWidth(), read.getHeight(), new AffineTransform());
    }

    private static String truth(String name) throws IOException {
        return Files.readString(Samples.file(name.replaceFirst("\\.\\w+$", ".gt.txt")));
    }

    private static BufferedImage turned(BufferedImage page, double degrees, int width, int height) {
        AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.rotate(Math.toRadians(degrees));
        turn.translate(-page.getWidth() / 2.0, -page.getHeight() / 2.0);
        return drawn(page, width, height, turn);
    }

    private static BufferedImage narrowed(BufferedImage page, int width) {
        double factor = (double) width / page.getWidth();
        return drawn(page, width, (int) (page.getHeight() * factor), AffineTransform.getScaleInstance(factor, factor));
    }

    private static BufferedImage drawn(BufferedImage page, int width, int height, AffineTransform place) {
        BufferedImage drawn = blank(width, height);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(page, place, null);
        graphics.dispose();
        return drawn;
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage blank = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = blank.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return blank;
    }

    /** The further to the right the darker, each pixel off by chance, dark specks of up to 3 pixels, a dark left edge. */
    private static BufferedImage dirty(BufferedImage page, double shadow, double grain, int pixelsPerSpeck) {
        int width = page.getWidth();
        int height = page.getHeight();
        Random random = new Random(5);
        int[] pixels = page.getRaster().getPixels(0, 0, width, height, new int[width * height]);
        for (int i = 0; i < pixels.length; i++) {
            double light = 1 - shadow * (i % width) / width;
            pixels[i] = Math.clamp(Math.round(pixels[i] * light + grain * random.nextGaussian()), 0, 255);
        }
        for (int speck = 0; pixelsPerSpeck > 0 && speck < pixels.length / pixelsPerSpeck; speck++) {
            int size = 1 + random.nextInt(3);
            int at = random.nextInt(height - size) * width + random.nextInt(width - size);
            for (int row = 0; row < size; row++) {
                Arrays.fill(pixels, at + row * width, at + row * width + size, 40);
            }
        }
        for (int y = 0; y < height; y++) {
            Arrays.fill(pixels, y * width, y * width + width / 60, 20);
        }
        BufferedImage dirty = blank(width, height);
        dirty.getRaster().setPixels(0, 0, width, height, pixels);
        return dirty;
    }
}
