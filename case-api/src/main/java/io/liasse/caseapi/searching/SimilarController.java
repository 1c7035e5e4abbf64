package io.liasse.caseapi.searching;

import io.liasse.caseapi.web.Listing;
import io.liasse.search.Similar;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/documents/{id}/similar}: documents like another. */
@RestController
final class SimilarController {
    private final Similar similar;

    SimilarController(Similar similar) {
        this.similar = similar;
    }

    @Operation(
            summary = "Documents that say much the same",
            description = "By the words they share, the likest first; only those the caller may see. At most 1 to 50.")
    @GetMapping("/api/v1/documents/{id}/similar")
    Listing<HitJson> similar(@PathVariable DocumentId id, @RequestParam(defaultValue = "10") int limit, Viewer viewer) {
        return Listing.whole(similar.to(id, viewer, limit), HitJson::of);
    }
}
