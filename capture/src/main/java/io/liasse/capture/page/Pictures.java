package io.liasse.capture.page;

import io.liasse.capture.Reading.Derived;
import io.liasse.capture.Reading.Derived.Kind;
import io.liasse.capture.ocr.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the pictures by which a page is looked at: 150 dots per inch, at most 1,755 pixels high (A4); the first page also small. */
public final class Pictures {
    private static final double RESOLUTION = 150;
    private static final double MOST_HEIGHT = 1_755;
    private static final double SMALL_WIDTH = 320;
    private static final int QUALITY = 80;

    private Pictures() {}

    static List<Derived> write(Scan scan, Path folder, int page) throws IOException {
        Files.createDirectories(folder.resolve("pages"));
        Picture whole = scan.picture();
        double factor = Math.min(1, Math.min(RESOLUTION / scan.resolution(), MOST_HEIGHT / whole.height()));
        List<Derived> written = new ArrayList<>();
        try (Picture view = whole.scaledPlainly(factor)) {
            written.add(write(view, scan.photographic(), folder, page));
            if (page == 1) {
                written.add(small(view, folder));
            }
        }
        return written;
    }

    private static Derived write(Picture view, boolean photographic, Path folder, int page) throws IOException {
        Path file = folder.resolve("pages").resolve("%05d.%s".formatted(page, photographic ? "jpg" : "png"));
        if (photographic) {
            view.writeJpeg(file, QUALITY);
        } else {
            view.writePng(file);
        }
        return new Derived(Kind.PAGE, page, file, photographic ? "image/jpeg" : "image/png");
    }

    /** Writes the picture of a page once more, turned clockwise. */
    public static Derived turned(Picture before, Path file, int degrees, Path folder, int page) throws IOException {
        Files.createDirectories(folder.resolve("pages"));
        try (Picture view = before.turned(degrees)) {
            return write(view, !PageImages.isPng(file), folder, page);
        }
    }

    /** Writes the small picture of a document. */
    public static Derived small(Picture view, Path folder) throws IOException {
        Path file = folder.resolve("thumbnail.jpg");
        try (Picture small = view.scaled(SMALL_WIDTH / view.width())) {
            small.writeJpeg(file, QUALITY);
        }
        return new Derived(Kind.THUMBNAIL, 0, file, "image/jpeg");
    }
}
