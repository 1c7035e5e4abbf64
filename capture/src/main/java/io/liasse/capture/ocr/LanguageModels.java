package io.liasse.capture.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the language models together in one folder, as Tesseract wants them: from the configured folder, from the places
 * where systems install them, and English and the orientation model also from tess4j's jar.
 */
public final class LanguageModels {
    private static final List<String> NEEDED = List.of("fra", "deu", "ita", "eng", "osd");
    private static final List<Path> USUAL = List.of(
            Path.of("/usr/share/tesseract-ocr/5/tessdata"),
            Path.of("/usr/share/tesseract-ocr/4.00/tessdata"),
            Path.of("/usr/share/tessdata"),
            Path.of("/usr/share/tesseract/tessdata"),
            Path.of("/usr/local/share/tessdata"),
            Path.of("/opt/homebrew/share/tessdata"));

    private LanguageModels() {}

    /**
     * Links or unpacks every model into {@code folder}.
     *
     * @throws IllegalStateException naming the first model that is nowhere and the Debian package that has it
     */
    public static Path gather(@Nullable Path configured, Path folder) {
        try {
            Files.createDirectories(folder);
            for (String name : NEEDED) {
                put(name, places(configured), folder.resolve(name + ".traineddata"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(String name, List<Path> places, Path link) throws IOException {
        for (Path place : places) {
            Path model = place.resolve(link.getFileName());
            if (Files.isReadable(model)) {
                Files.createSymbolicLink(link, model.toAbsolutePath());
                return;
            }
        }
        unpack(name, link);
    }

    private static void unpack(String name, Path file) throws IOException {
        try (InputStream model = LanguageModels.class.getResourceAsStream("/tessdata/" + name + ".traineddata")) {
            if (model == null) {
                throw new IllegalStateException("The language model " + name
                        + " of Tesseract is missing. Install the Debian" + " package tesseract-ocr-" + name
                        + ", or name the folder that has " + file.getFileName());
            }
            Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> places(@Nullable Path configured) {
        List<Path> places = new ArrayList<>();
        if (configured != null) {
            places.add(configured);
        }
        Stream.ofNullable(System.getenv("TESSDATA_PREFIX"))
                .map(Path::of)
                .flatMap(prefix -> Stream.of(prefix, prefix.resolve("tessdata")))
                .forEach(places::add);
        places.addAll(USUAL);
        return places;
    }
}
