package io.liasse.capture.detect;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * HEIC and AVIF pictures, as telephones make them: decoded by libheif's own program into a JPEG, which stands upright
 * then. Of several pictures in one file the first is taken.
 */
final class HeifInspection {
    private static final Set<String> TYPES =
            Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence", "image/avif");

    private static final String PACKAGE = "libheif-examples";
    private static final String QUALITY = "92";

    private final ReaderSettings settings;

    HeifInspection(ReaderSettings settings) {
        this.settings = settings;
    }

    static boolean reads(String mediaType) {
        return TYPES.contains(mediaType);
    }

    Answer inspect(Task.Inspect task, String mediaType) throws IOException {
        Optional<Path> decoder = Program.find("heif-dec", "heif-convert");
        if (decoder.isEmpty()) {
            return new Answer.Unsupported(mediaType, PACKAGE);
        }
        Path folder = Files.createDirectories(task.folder().resolve("decoded"));
        Path picture = decode(decoder.get(), task.file(), folder);
        String scanner = Scanner.of(task.file());
        return new Answer.Inspected(mediaType, null, null, scanner, Task.Form.IMAGE, picture, 1, List.of(), List.of());
    }

    private Path decode(Path decoder, Path file, Path folder) throws IOException {
        Program program = new Program(
                decoder, settings.timePerPage(), (long) settings.residentMegabytes() << 20, settings.unpackedBytes());
        Path one = folder.resolve("picture.jpg");
        int code = program.run(folder, List.of("--quiet", "-q", QUALITY, file.toString(), one.toString()));
        Path first = Files.exists(one) ? one : folder.resolve("picture-1.jpg");
        if (code != 0 || !Files.exists(first)) {
            throw RefusedException.failed(null, Cause.DAMAGED, decoder.getFileName() + " " + code);
        }
        return first;
    }
}
