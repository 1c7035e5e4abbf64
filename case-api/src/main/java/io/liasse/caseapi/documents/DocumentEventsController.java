package io.liasse.caseapi.documents;

import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code /api/v1/documents/{id}/events}: how reading and filing go, until they are done. */
@RestController
final class DocumentEventsController {
    private final DocumentEvents events;

    DocumentEventsController(DocumentEvents events) {
        this.events = events;
    }

    @Operation(summary = "Server-sent events named state, until a final state")
    @GetMapping(path = "/api/v1/documents/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter watch(@PathVariable DocumentId id, Viewer viewer) {
        return events.watch(id, viewer);
    }
}
