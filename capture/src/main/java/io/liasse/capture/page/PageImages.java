package io.liasse.capture.page;

import io.liasse.capture.ocr.Picture;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps the upright picture of a page in a coding that PDF knows, for the searchable PDF of a picture file: fax group 4
 * for black and white, JPEG for the rest, or PNG where that is smaller. A file that PDF can hold as it is, is not kept
 * again: a JPEG in grey or YCbCr, a plain PNG that is smaller than the JPEG would be.
 */
public final class PageImages {
    private static final int QUALITY = 88;

    /** A JPEG this much larger than the file it is made of shows that the file is better coded without loss. */
    private static final int MUCH_LARGER = 2;

    /** Bytes per pixel below which a page is so clean that PNG may be smaller; a scan in grey has twice that and more. */
    private static final double SPARSE = 0.025;

    private PageImages() {}

    /** Where a black and white page is. */
    public static Path fax(Path folder, int page) {
        return folder.resolve("images").resolve("%05d.tif".formatted(page));
    }

    /** Where a grey or coloured page is. */
    public static Path jpeg(Path folder, int page) {
        return folder.resolve("images").resolve("%05d.jpg".formatted(page));
    }

    /** Where a page is that JPEG would make larger. */
    public static Path png(Path folder, int page) {
        return folder.resolve("images").resolve("%05d.png".formatted(page));
    }

    /** By its first bytes. */
    public static boolean isPng(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0x89 && in.read() == 'P';
        }
    }

    /** Whether the picture is kept; else the file's own bytes are to be taken, and turned as the picture was. */
    static boolean keep(Picture upright, Task.Source source, int page) throws IOException {
        if (CodedImage.isPlainJpeg(source.file())) {
            return false;
        }
        Path folder = source.folder();
        Files.createDirectories(folder.resolve("images"));
        if (upright.depth() == 1) {
            upright.writeFax(fax(folder, page));
            return true;
        }
        Path jpeg = jpeg(folder, page);
        upright.writeJpeg(jpeg, QUALITY);
        if (Files.size(jpeg) >= Files.size(source.file()) && CodedImage.isPlainPng(source.file())) {
            Files.delete(jpeg);
            return false;
        }
        boolean sparse = Files.size(jpeg) < SPARSE * upright.width() * upright.height();
        if (sparse || Files.size(jpeg) > MUCH_LARGER * Files.size(source.file())) {
            keepSmaller(upright, jpeg, png(folder, page));
        }
        return true;
    }

    private static void keepSmaller(Picture upright, Path jpeg, Path png) throws IOException {
        upright.writePng(png);
        Files.delete(Files.size(png) < Files.size(jpeg) ? jpeg : png);
    }
}
