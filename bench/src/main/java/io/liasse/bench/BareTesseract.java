package io.liasse.bench;

import io.liasse.capture.ocr.LanguageModels;
import io.liasse.capture.ocr.NativeLibraries;
import io.liasse.capture.ocr.Picture;
import io.liasse.capture.ocr.Recogniser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The limit of the machine for OCR: the same library and models called directly, one thread per core, the language told
 * beforehand, no renditions, nothing stored.
 */
final class BareTesseract {
    private static final Map<String, String> MODELS = Map.of("de", "deu", "fr", "fra", "it", "ita", "en", "eng");

    private BareTesseract() {}

    /** The texts of pages, in their order. */
    static List<String> texts(List<Samples.PagePicture> pages, Path scratch) {
        Recogniser recogniser = new Recogniser(models(scratch));
        return pages.stream().map(page -> read(recogniser, page)).toList();
    }

    static double seconds(List<Samples.PagePicture> pages, Path scratch) {
        Path models = models(scratch);
        ThreadLocal<Recogniser> own = ThreadLocal.withInitial(() -> new Recogniser(models));
        return Clients.work(Runtime.getRuntime().availableProcessors(), pages, page -> read(own.get(), page));
    }

    private static Path models(Path scratch) {
        System.setProperty(
                "jna.library.path",
                NativeLibraries.unpack(scratch.resolve("native")).toString());
        return LanguageModels.gather(null, scratch.resolve("models"));
    }

    private static String read(Recogniser recogniser, Samples.PagePicture page) {
        try (Picture picture = Picture.read(page.file()).orElseThrow()) {
            return recogniser
                    .recognise(picture, Objects.requireNonNull(MODELS.get(page.language())))
                    .text();
        }
    }
}
