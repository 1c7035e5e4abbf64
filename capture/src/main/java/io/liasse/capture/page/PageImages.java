package io.liasse.capture.page;

import io.liasse.capture.ocr.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps the upright picture of a page in a coding that PDF knows, for the searchable PDF of a picture file: fax group 4
 * for black and white, JPEG for the rest. A file that is a JPEG is not kept again; its bytes go into the PDF as they are.
 */
public final class PageImages {
    private static final int QUALITY = 88;

    private PageImages() {}

    /** Where a black and white page is. */
    public static Path fax(Path folder, int page) {
        return folder.resolve("images").resolve("%05d.tif".formatted(page));
    }

    /** Where a grey or coloured page is. */
    public static Path jpeg(Path folder, int page) {
        return folder.resolve("images").resolve("%05d.jpg".formatted(page));
    }

    static void keep(Picture upright, Path folder, int page) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        if (upright.depth() == 1) {
            upright.writeFax(fax(folder, page));
        } else {
            upright.writeJpeg(jpeg(folder, page), QUALITY);
        }
    }

    /** By its first bytes. */
    static boolean isJpeg(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0xFF && in.read() == 0xD8;
        }
    }
}
