package io.liasse.caseapi.documents;

import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code /api/v1/documents/{id}/events}: how reading and filing go, until they are done. */
@RestController
final class DocumentEventsController {
    private static final int MOST = 100;

    private final DocumentEvents events;

    DocumentEventsController(DocumentEvents events) {
        this.events = events;
    }

    @Operation(
            summary = "Server-sent events named state of several documents, until all are in a final state",
            description = "At most 100 documents.")
    @GetMapping(path = "/api/v1/documents/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter watch(@RequestParam(defaultValue = "") List<DocumentId> document, Viewer viewer) {
        if (document.isEmpty() || document.size() > MOST) {
            throw new InvalidInput("document", "must be 1 to " + MOST + " documents");
        }
        return events.watch(new LinkedHashSet<>(document), viewer);
    }

    @Operation(summary = "Server-sent events named state, until a final state")
    @GetMapping(path = "/api/v1/documents/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter watch(@PathVariable DocumentId id, Viewer viewer) {
        return events.watch(id, viewer);
    }
}
