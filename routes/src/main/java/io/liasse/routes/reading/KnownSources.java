package io.liasse.routes.reading;

import io.liasse.routes.workplace.Workplace;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageEdits;
import io.liasse.store.document.ReadResult;
import io.liasse.store.object.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Documents that were read before, with what was found then, to take pages from. */
@Component
final class KnownSources {
    private final Documents documents;
    private final PageEdits edits;
    private final ObjectStore objects;

    KnownSources(Documents documents, PageEdits edits, ObjectStore objects) {
        this.documents = documents;
        this.edits = edits;
        this.objects = objects;
    }

    /** One beside the document of the job. */
    DivideStack.Source started(DocumentId id, Workplace.Desk desk) {
        documents.startReading(id);
        return of(documents.find(id).orElseThrow(), desk);
    }

    DivideStack.Source of(Document document, Workplace.Desk desk) {
        return new DivideStack.Source(document, known(document), original(document, desk), null);
    }

    /** Not where people edited the pages since: then only the renditions show them as they are now. */
    private @Nullable Path original(Document document, Workplace.Desk desk) {
        if (edits.edited(document.id())) {
            return null;
        }
        Path file = desk.file("original-" + document.id());
        try (InputStream bytes = objects.open(document.sha256())) {
            Files.copy(bytes, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReadResult known(Document document) {
        DocumentId id = document.id();
        return new ReadResult(
                document.mediaType(),
                null,
                null,
                document.language(),
                document.confidence(),
                Objects.requireNonNullElse(document.readingMillis(), 0L),
                documents.pages(id),
                documents.fields(id),
                documents.renditions(id),
                List.of());
    }
}
