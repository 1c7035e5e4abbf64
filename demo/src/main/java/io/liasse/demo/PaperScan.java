package io.liasse.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Makes a letter look like what comes out of an office scanner: a grey picture, slightly askew and noisy, in a PDF. */
final class PaperScan {
    private static final int DOTS_PER_INCH = 200;
    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;

    private final Random random = new Random(7);

    byte[] pdf(Letter letter) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        JPEGFactory.createFromImage(document, picture(letter), 0.6f, DOTS_PER_INCH),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private BufferedImage picture(Letter letter) {
        BufferedImage paper = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(new Color(246, 246, 246));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.rotate(Math.toRadians(random.nextDouble(-0.6, 0.6)), WIDTH / 2.0, HEIGHT / 2.0);
        pen.setColor(new Color(28, 28, 32));
        pen.setFont(new Font("Liberation Serif", Font.PLAIN, 34));
        int y = 260;
        for (String line : letter.lines()) {
            pen.drawString(line, 200, y);
            y += 52;
        }
        pen.dispose();
        addNoise(paper);
        return paper;
    }

    private void addNoise(BufferedImage paper) {
        for (int speck = 0; speck < 12_000; speck++) {
            int grey = random.nextInt(120, 250);
            paper.setRGB(random.nextInt(WIDTH), random.nextInt(HEIGHT), new Color(grey, grey, grey).getRGB());
        }
    }
}
