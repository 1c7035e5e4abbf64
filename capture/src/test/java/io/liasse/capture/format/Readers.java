package io.liasse.capture.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReadOrder;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads single files, each into a folder of its own. */
record Readers(DocumentReader reader, Path folder) {
    static ReaderSettings withOffice(String office) {
        ReaderSettings usual = ReaderSettings.usual();
        return new ReaderSettings(
                usual.workers(),
                usual.heapMegabytes(),
                usual.residentMegabytes(),
                usual.timePerPage(),
                usual.timePerFile(),
                usual.pages(),
                usual.pixelsPerPage(),
                usual.parts(),
                usual.unpackedBytes(),
                usual.resolution(),
                usual.region(),
                null,
                office,
                null,
                null);
    }

    Reading reading(Path file, @Nullable String password) throws IOException {
        Path own = Files.createTempDirectory(folder, "order");
        return reader.read(new ReadOrder(file, file.getFileName().toString(), null, null, password, own));
    }

    Reading.Read read(Path file) throws IOException {
        Reading reading = reading(file, null);
        assertThat(reading).as(file.getFileName().toString()).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }

    static String text(Reading.Read read) {
        return read.pages().stream().map(Reading.ReadPage::text).collect(Collectors.joining("\n"));
    }

    static Path rendition(Reading.Read read, Reading.Derived.Kind kind) {
        return read.renditions().stream()
                .filter(derived -> derived.kind() == kind)
                .findFirst()
                .orElseThrow()
                .file();
    }
}
