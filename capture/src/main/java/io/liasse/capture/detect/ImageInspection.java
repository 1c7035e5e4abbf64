package io.liasse.capture.detect;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Counts the frames of a picture file. Pixels are checked before each frame is decoded. */
final class ImageInspection {
    private static final Set<String> TYPES = Set.of(
            "image/jpeg",
            "image/png",
            "image/tiff",
            "image/webp",
            "image/gif",
            "image/bmp",
            "image/x-ms-bmp",
            "image/jp2",
            "image/jpx",
            "image/x-jp2-codestream",
            "image/x-jbig2",
            "image/x-portable-bitmap",
            "image/x-portable-graymap",
            "image/x-portable-pixmap");

    private final ReaderSettings settings;

    ImageInspection(ReaderSettings settings) {
        this.settings = settings;
    }

    static boolean reads(String mediaType) {
        return TYPES.contains(mediaType);
    }

    Answer inspect(Task.Inspect task, String mediaType) throws IOException {
        int frames = mediaType.equals("image/tiff") ? frames(task) : 1;
        if (frames > settings.pages()) {
            throw RefusedException.failed(mediaType, Cause.TOO_MANY_PAGES, frames + " pages");
        }
        return new Answer.Inspected(mediaType, null, null, Task.Form.IMAGE, task.file(), frames, List.of());
    }

    private static int frames(Task.Inspect task) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(task.file().toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
            ImageReader reader = readers.next();
            reader.setInput(in);
            return Math.max(1, reader.getNumImages(true));
        }
    }
}
