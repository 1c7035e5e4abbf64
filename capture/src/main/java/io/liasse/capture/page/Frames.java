package io.liasse.capture.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The pages of a picture file that can have several. */
public final class Frames {
    private Frames() {}

    /** At least 1. */
    public static int count(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 1;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return Math.max(1, reader.getNumImages(true));
            } finally {
                reader.dispose();
            }
        }
    }
}
