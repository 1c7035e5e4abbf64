package io.liasse.routes.testing;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files to be read, made here or taken from the shared samples. */
public final class Samples {
    private Samples() {}

    /** A page of 300 dpi with these lines in large print. */
    public static byte[] scan(String... lines) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(page(lines), "png", png);
        return png.toByteArray();
    }

    /** So many such pages in one TIFF, each with a full page of print. */
    public static byte[] longScan(int pages) throws IOException {
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(tiff)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int number = 1; number <= pages; number++) {
                String[] lines = Collections.nCopies(
                                9, "Page " + number + " tells of the water in the cellar of the house")
                        .toArray(String[]::new);
                writer.writeToSequence(new IIOImage(page(lines), null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return tiff.toByteArray();
    }

    /** Pages of these lines in one TIFF. */
    @SafeVarargs
    public static byte[] scans(List<String>... pages) throws IOException {
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(tiff)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (List<String> lines : pages) {
                writer.writeToSequence(new IIOImage(page(lines.toArray(String[]::new)), null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return tiff.toByteArray();
    }

    private static BufferedImage page(String... lines) {
        BufferedImage page = new BufferedImage(2480, 1200, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 2480, 1200);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 60));
        for (int number = 0; number < lines.length; number++) {
            pen.drawString(lines[number], 200, 200 + number * 110);
        }
        pen.dispose();
        return page;
    }

    public static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** One of the shared samples, named by its path there. */
    public static byte[] shared(String path) throws IOException {
        return Files.readAllBytes(sharedFolder().resolve(path));
    }

    private static Path sharedFolder() {
        String named = System.getenv("LIASSE_SHARED");
        if (named != null) {
            return Path.of(named).resolve("data");
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        throw new IllegalStateException("the folder shared/data is beside none of the folders above");
    }
}
