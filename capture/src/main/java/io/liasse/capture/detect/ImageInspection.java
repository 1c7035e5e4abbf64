package io.liasse.capture.detect;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.page.Frames;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.util.List;
import java.util.Set;

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
            "image/vnd.adobe.photoshop",
            "image/x-portable-bitmap",
            "image/x-portable-graymap",
            "image/x-portable-pixmap");

    private static final Set<String> PAGED = Set.of("image/tiff", "image/x-jbig2");

    private final ReaderSettings settings;

    ImageInspection(ReaderSettings settings) {
        this.settings = settings;
    }

    static boolean reads(String mediaType) {
        return TYPES.contains(mediaType);
    }

    Answer inspect(Task.Inspect task, String mediaType) throws IOException {
        int frames = PAGED.contains(mediaType) ? Frames.count(task.file()) : 1;
        if (frames > settings.pages()) {
            throw RefusedException.failed(mediaType, Cause.TOO_MANY_PAGES, frames + " pages");
        }
        String scanner = Scanner.of(task.file());
        return new Answer.Inspected(
                mediaType, null, null, scanner, Task.Form.IMAGE, task.file(), frames, List.of(), List.of());
    }
}
