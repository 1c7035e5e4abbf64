package io.liasse.capture.detect;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;

/** What made a file, as the file says: the make and model of a device, or the program that worked it. */
final class Scanner {
    private static final int LONGEST = 100;

    private Scanner() {}

    /** Null where the file does not say. */
    static @Nullable String of(PDDocument document) {
        PDDocumentInformation said = document.getDocumentInformation();
        String creator = plain(said.getCreator());
        return creator == null ? plain(said.getProducer()) : creator;
    }

    /** Null where the file does not say, or what it says cannot be read. */
    static @Nullable String of(Path picture) {
        try {
            return ImageMetadataReader.readMetadata(picture.toFile())
                    .getDirectoriesOfType(ExifIFD0Directory.class)
                    .stream()
                    .map(Scanner::of)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        } catch (IOException | ImageProcessingException | RuntimeException unreadable) {
            // Whatever is wrong with what a picture says of itself, its pages may be sound.
            return null;
        }
    }

    /** Models that name their make do not name it twice. */
    private static @Nullable String of(ExifIFD0Directory said) {
        String make = plain(said.getString(ExifIFD0Directory.TAG_MAKE));
        String model = plain(said.getString(ExifIFD0Directory.TAG_MODEL));
        if (make != null && model != null && model.startsWith(make)) {
            return model;
        }
        String device = Stream.of(make, model).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return plain(device.isEmpty() ? said.getString(ExifIFD0Directory.TAG_SOFTWARE) : device);
    }

    private static @Nullable String plain(@Nullable String said) {
        String plain =
                said == null ? "" : said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return plain.isEmpty() ? null : plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
