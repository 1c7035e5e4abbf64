package io.liasse.routes.reading;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReadOrder;
import io.liasse.capture.Reading;
import io.liasse.routes.workplace.Workplace;
import io.liasse.store.document.Document;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Step: lets the reader look at the copy, with what the sender said about it. */
@Component
final class ReadFile {
    private final DocumentReader reader;

    ReadFile(DocumentReader reader) {
        this.reader = reader;
    }

    Reading read(Document document, Path original, @Nullable String password, Workplace.Desk desk) {
        return reader.read(new ReadOrder(
                original,
                document.name(),
                document.mediaType(),
                document.language(),
                password,
                desk.folder("derived")));
    }
}
