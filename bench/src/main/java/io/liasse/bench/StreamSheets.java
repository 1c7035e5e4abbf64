package io.liasse.bench;

import io.liasse.bench.StreamPapers.Paper;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Papers as files: a page with its text, one with the text of a poor recognition, a picture of a scanner, a mail. */
final class StreamSheets {
    private static final double CONFUSED = 0.03;
    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;
    private static final int SPECKS = 9_000;

    private final Random random;

    StreamSheets(long seed) {
        this.random = new Random(seed + 1);
    }

    /** Of a paper that is no mail. */
    byte[] file(Paper paper) {
        return switch (paper.medium()) {
            case PICTURE -> picture(paper);
            case POOR_TEXT -> pdf(paper, true);
            case PDF, MAIL -> pdf(paper, false);
        };
    }

    static String name(Paper paper) {
        return "scan-%05d.%s".formatted(paper.number(), paper.medium() == StreamPapers.Medium.PICTURE ? "png" : "pdf");
    }

    /** The mail as it is delivered. */
    static MimeMessage mail(Paper paper, String to) throws MessagingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + paper.messageId() + ">");
            }
        };
        mail.setFrom(paper.sender());
        mail.setRecipients(MimeMessage.RecipientType.TO, to);
        mail.setSubject(paper.subject(), "UTF-8");
        mail.setText(String.join("\r\n", paper.lines()), "UTF-8");
        if (paper.replyTo() != null) {
            mail.setHeader("In-Reply-To", "<" + paper.replyTo() + ">");
            mail.setHeader("References", "<" + paper.replyTo() + ">");
        }
        mail.saveChanges();
        return mail;
    }

    private byte[] pdf(Paper paper, boolean poor) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 11);
                content.setLeading(15);
                content.newLineAtOffset(70, 760);
                for (String line : paper.lines()) {
                    content.showText(poor ? StreamNoise.noisy(line, CONFUSED, random) : line);
                    content.newLine();
                }
                content.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] picture(Paper paper) {
        BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(new Color(244, 244, 244));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.rotate(Math.toRadians(random.nextDouble() * 3 - 1.5), WIDTH / 2.0, HEIGHT / 2.0);
        pen.setColor(new Color(40, 40, 44));
        pen.setFont(new Font("Liberation Serif", Font.PLAIN, 32));
        int y = 230;
        for (String line : paper.lines()) {
            pen.drawString(line, 190, y);
            y += 48;
        }
        pen.dispose();
        for (int speck = 0; speck < SPECKS; speck++) {
            int grey = 90 + random.nextInt(150);
            sheet.setRGB(random.nextInt(WIDTH), random.nextInt(HEIGHT), new Color(grey, grey, grey).getRGB());
        }
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(sheet, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
