package io.liasse.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pages whose text is known, as a scanner in daily use delivers them: turned, askew, dirty. The same at each run. */
final class Variants {
    private static final int FROM_EACH_LANGUAGE = 5;
    private static final int SPECK_PER_PIXELS = 1_500;
    private static final double GRAIN = 22;
    private static final double SHADOW = 0.45;

    private Variants() {}

    /**
     * A page as delivered.
     *
     * @param languages of its text, ISO 639-1
     */
    record Page(String kind, Path file, List<String> languages, String truth) {}

    /** Every kind of page, written to a folder. */
    static List<Page> write(Samples samples, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Page> pages = new ArrayList<>();
        List<Samples.PagePicture> all = samples.upright();
        for (String language : Samples.LANGUAGES.stream().sorted().toList()) {
            List<Samples.PagePicture> some = all.stream()
                    .filter(page -> page.language().equals(language))
                    .limit(FROM_EACH_LANGUAGE)
                    .toList();
            for (int i = 0; i < some.size(); i++) {
                pages.addAll(of(some.get(i), i, folder));
            }
        }
        pages.addAll(mixtures(all, folder));
        return pages;
    }

    private static List<Page> of(Samples.PagePicture page, int number, Path folder) throws IOException {
        BufferedImage upright = gray(ImageIO.read(page.file().toFile()));
        String truth = Files.readString(Samples.truth(page.file()));
        Random random = new Random(page.file().getFileName().toString().hashCode());
        double angle = (number % 2 == 0 ? 1 : -1) * (1.5 + 1.1 * number);
        List<Page> pages = new ArrayList<>();
        for (String kind : List.of("upright", "turned", "askew", "dirty")) {
            BufferedImage picture = switch (kind) {
                case "turned" -> turned(upright, 1 + number % 3);
                case "askew" -> askew(upright, angle);
                case "dirty" -> dirty(upright, random);
                default -> upright;
            };
            Path file = folder.resolve(page.language() + "-" + number + "-" + kind + ".png");
            ImageIO.write(picture, "png", file.toFile());
            pages.add(new Page(kind, file, List.of(page.language()), truth));
        }
        return pages;
    }

    /** A page of each two neighbouring languages, the one above the other. */
    private static List<Page> mixtures(List<Samples.PagePicture> all, Path folder) throws IOException {
        List<Page> pages = new ArrayList<>();
        List<String> languages = Samples.LANGUAGES.stream().sorted().toList();
        for (int i = 0; i < languages.size(); i++) {
            Samples.PagePicture above = last(all, languages.get(i));
            Samples.PagePicture below = last(all, languages.get((i + 1) % languages.size()));
            Path file = folder.resolve(above.language() + "-" + below.language() + ".png");
            BufferedImage top = gray(ImageIO.read(above.file().toFile()));
            BufferedImage bottom = gray(ImageIO.read(below.file().toFile()));
            BufferedImage both =
                    blank(Math.max(top.getWidth(), bottom.getWidth()), top.getHeight() + bottom.getHeight());
            Graphics2D graphics = both.createGraphics();
            graphics.drawImage(top, 0, 0, null);
            graphics.drawImage(bottom, 0, top.getHeight(), null);
            graphics.dispose();
            ImageIO.write(both, "png", file.toFile());
            String truth = Files.readString(Samples.truth(above.file())) + "\n"
                    + Files.readString(Samples.truth(below.file()));
            pages.add(new Page("two languages", file, List.of(above.language(), below.language()), truth));
        }
        return pages;
    }

    private static Samples.PagePicture last(List<Samples.PagePicture> all, String language) {
        return all.stream()
                .filter(page -> page.language().equals(language))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage blank = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = blank.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return blank;
    }

    static BufferedImage gray(BufferedImage picture) {
        return drawn(picture, picture.getWidth(), picture.getHeight(), new AffineTransform());
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height, AffineTransform place) {
        BufferedImage page = blank(width, height);
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, place, null);
        graphics.dispose();
        return page;
    }

    /** By quarters of a circle, clockwise. */
    static BufferedImage turned(BufferedImage picture, int quarters) {
        int width = quarters == 2 ? picture.getWidth() : picture.getHeight();
        int height = quarters == 2 ? picture.getHeight() : picture.getWidth();
        AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        return drawn(picture, width, height, turn);
    }

    /** Turned by a few degrees on a sheet large enough to lose nothing. */
    private static BufferedImage askew(BufferedImage picture, double degrees) {
        double angle = Math.toRadians(degrees);
        int width = (int) (picture.getWidth() + picture.getHeight() * Math.abs(Math.sin(angle)));
        int height = (int) (picture.getHeight() + picture.getWidth() * Math.abs(Math.sin(angle)));
        AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.rotate(angle);
        turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        return drawn(picture, width, height, turn);
    }

    /** Grain, specks, a dark edge and a shadow that falls from one side. */
    private static BufferedImage dirty(BufferedImage picture, Random random) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage dirty = blank(width, height);
        byte[] from = ((java.awt.image.DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        byte[] to = ((java.awt.image.DataBufferByte) dirty.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double light = 1 - SHADOW * x / width;
                double value = (from[y * width + x] & 0xFF) * light + GRAIN * random.nextGaussian();
                to[y * width + x] = (byte) Math.clamp(Math.round(value), 0, 255);
            }
        }
        for (int speck = 0; speck < width * height / SPECK_PER_PIXELS; speck++) {
            int size = 1 + random.nextInt(3);
            int left = random.nextInt(width - size);
            int top = random.nextInt(height - size);
            for (int y = top; y < top + size; y++) {
                java.util.Arrays.fill(to, y * width + left, y * width + left + size, (byte) 40);
            }
        }
        for (int y = 0; y < height; y++) {
            java.util.Arrays.fill(to, y * width, y * width + width / 60, (byte) 20);
        }
        return dirty;
    }
}
