package io.liasse.routes.reading;

import io.liasse.routes.workplace.Workplace;
import io.liasse.store.document.Document;
import io.liasse.store.object.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Step: copies the original to a desk; the object store checks the digest on the way. */
@Component
final class FetchOriginal {
    private final ObjectStore objects;

    FetchOriginal(ObjectStore objects) {
        this.objects = objects;
    }

    Path onto(Workplace.Desk desk, Document document) {
        Path file = desk.file("original");
        try (InputStream bytes = objects.open(document.sha256())) {
            Files.copy(bytes, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
