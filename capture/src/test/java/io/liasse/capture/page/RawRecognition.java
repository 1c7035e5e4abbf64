package io.liasse.capture.page;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.ocr.LanguageModels;
import io.liasse.capture.ocr.NativeLibraries;
import io.liasse.capture.ocr.Picture;
import io.liasse.capture.ocr.Recogniser;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Compares, within one thread and by processor time, bare Tesseract (decode, recognise, in a language that is known) with
 * the reading of a page as a child does it (decode, find language, level, recognise, barcodes, pictures, words). Not a
 * test: run it by hand with picture files as arguments, which begin with the code of their language.
 */
public final class RawRecognition {
    private static final Map<String, String> MODELS = Map.of("de", "deu", "fr", "fra", "it", "ita", "en", "eng");

    private RawRecognition() {}

    public static void main(String[] files) throws IOException {
        Path folder = Files.createTempDirectory("raw-recognition");
        System.setProperty(
                "jna.library.path",
                NativeLibraries.unpack(folder.resolve("native")).toString());
        Recogniser recogniser = new Recogniser(LanguageModels.gather(null, folder.resolve("models")));
        PageReading pages = new PageReading(ReaderSettings.usual(), recogniser, new OpenDocuments());
        for (int round = 0; round < 2; round++) {
            double raw = 0;
            double whole = 0;
            for (String file : List.of(files)) {
                Path path = Path.of(file);
                String language = path.getFileName().toString().substring(0, 2);
                double bare = seconds(() -> raw(recogniser, path, MODELS.get(language)));
                double read = seconds(() -> pages.read(new Task.Page(
                        new Task.Source(Task.Form.IMAGE, path, null, folder.resolve("out")),
                        1,
                        System.getProperty("hint") == null ? null : language)));
                System.out.printf("%-45s %6.2f %6.2f %5.2f%n", path.getFileName(), bare, read, bare / read);
                raw += bare;
                whole += read;
            }
            System.out.printf("raw %.2f s, reading %.2f s, ratio %.3f%n", raw, whole, raw / whole);
        }
    }

    private static void raw(Recogniser recogniser, Path file, String model) {
        try (Picture picture = Picture.read(file).orElseThrow()) {
            recogniser.recognise(picture, model).text();
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static double seconds(Step step) throws IOException {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        step.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }
}
