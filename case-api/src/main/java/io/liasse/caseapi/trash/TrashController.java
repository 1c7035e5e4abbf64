package io.liasse.caseapi.trash;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Trash;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code DELETE /api/v1/documents/{id}}, {@code …/restore} and {@code /api/v1/trash}. */
@RestController
@RequestMapping("/api/v1")
final class TrashController {
    private final Trash trash;
    private final Documents documents;
    private final TrashSettings settings;

    TrashController(Trash trash, Documents documents, TrashSettings settings) {
        this.trash = trash;
        this.documents = documents;
        this.settings = settings;
    }

    /** A document in the trash; {@code removedAt} is when it will be removed for good. */
    record TrashedJson(
            UUID id,
            String title,
            @Nullable String type,
            DocumentState state,
            @JsonProperty("case") @Nullable String caseReference,
            Instant trashedAt,
            String by,
            Instant removedAt) {}

    private TrashedJson json(Trash.Trashed each) {
        return new TrashedJson(
                each.id().value(),
                each.title(),
                each.type(),
                each.state(),
                each.caseReference() == null ? null : each.caseReference().toString(),
                each.trashedAt(),
                each.by(),
                each.trashedAt().plus(settings.keep()));
    }

    @Operation(summary = "Lists what is in the trash", description = "What the caller may restore, latest first.")
    @GetMapping("/trash")
    Listing<TrashedJson> list(Paging paging, Viewer viewer) {
        return Listing.of(trash.page(viewer, paging.request()), this::json);
    }

    @Operation(
            summary = "Puts a document into the trash",
            description = "From there it can be restored until it is removed for good.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/documents/{id}")
    void put(
            @PathVariable DocumentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Document known = documents.get(id, viewer);
        trash.put(id, EntityTags.optional(ifMatch, known.version()), viewer);
    }

    @Operation(summary = "Takes a document out of the trash", description = "It is where it was before.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/documents/{id}/restore")
    void restore(@PathVariable DocumentId id, Viewer viewer) {
        trash.restore(id, viewer);
    }
}
