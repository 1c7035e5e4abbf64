package io.liasse.caseapi.documents;

import io.liasse.routes.DocumentIntake;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/documents/{id}}: divide a document of the inbox or of an open case, undo that, put fronts and backs together. */
@RestController
@RequestMapping("/api/v1/documents/{id}")
final class DivisionController {
    private final Documents documents;
    private final DocumentIntake intake;

    DivisionController(Documents documents, DocumentIntake intake) {
        this.documents = documents;
        this.intake = intake;
    }

    /** Pages, from 2 on, on which another document begins. */
    record Division(@Nullable List<Integer> begins) {}

    /** The document with the backs of the pages, scanned last sheet first. */
    record Collation(@Nullable UUID backs) {}

    /** Whether no other document begins on the page. */
    record Dismissal(boolean dismissed) {}

    @Operation(
            summary = "Divides a document of the inbox or of an open case",
            description = "Answered when it is ordered; the documents made of its pages are its parts a moment later.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/divide")
    DocumentLine divide(@PathVariable DocumentId id, @RequestBody Division division, Viewer viewer) {
        List<Integer> begins = division.begins() == null ? List.of() : division.begins();
        return DocumentLine.of(intake.divide(id, begins, null, viewer));
    }

    @Operation(
            summary = "Makes a divided document whole again",
            description =
                    "While all that was made of its pages still waits in the inbox, or is in the open case as it was made;"
                            + " that is gone then.")
    @PostMapping("/undivide")
    DocumentLine undivide(@PathVariable DocumentId id, Viewer viewer) {
        documents.undoDivision(id, viewer);
        Document again = documents.get(id, viewer);
        return DocumentLine.of(again);
    }

    @Operation(
            summary = "Puts fronts and backs together",
            description =
                    "Two documents of the inbox, or of one open case, with as many pages; the second is the backs, last sheet first.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/collate")
    DocumentLine collate(@PathVariable DocumentId id, @RequestBody Collation collation, Viewer viewer) {
        documents.get(id, viewer);
        if (collation.backs() == null) {
            throw new InvalidInput("backs", "is missing");
        }
        return DocumentLine.of(intake.collate(id, new DocumentId(collation.backs()), viewer));
    }

    @Operation(summary = "Dismisses a proposed boundary, or takes that back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/boundaries/{page}")
    void dismiss(@PathVariable DocumentId id, @PathVariable int page, @RequestBody Dismissal dismissal, Viewer viewer) {
        documents.dismissBoundary(id, page, dismissal.dismissed(), viewer);
    }
}
