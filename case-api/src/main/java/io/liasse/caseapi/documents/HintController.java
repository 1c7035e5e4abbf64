package io.liasse.caseapi.documents;

import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageHint;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/documents/{id}/hints/{page}/{kind}}: a person says that a page is fine as it is. */
@RestController
final class HintController {
    private final Documents documents;

    HintController(Documents documents) {
        this.documents = documents;
    }

    /** Whether the page is fine as it is. */
    record Dismissal(boolean dismissed) {}

    @Operation(
            summary = "Says that a page is fine as it is, or takes that back",
            description = "Page 0: what is said of the whole document.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/v1/documents/{id}/hints/{page}/{kind}")
    void dismiss(
            @PathVariable DocumentId id,
            @PathVariable int page,
            @PathVariable PageHint.Kind kind,
            @RequestBody Dismissal dismissal,
            Viewer viewer) {
        documents.dismissHint(id, new PageHint(page, kind), dismissal.dismissed(), viewer);
    }
}
