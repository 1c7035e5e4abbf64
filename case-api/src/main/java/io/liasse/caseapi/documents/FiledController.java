package io.liasse.caseapi.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/filed-alone} and taking back: what the program filed by itself. */
@RestController
final class FiledController {
    private final FiledAlone filed;

    FiledController(FiledAlone filed) {
        this.filed = filed;
    }

    /** A document that the program filed; {@code evidence} only for cases that the caller may see. */
    record FiledJson(
            UUID id,
            String title,
            @JsonProperty("case") @Nullable String caseReference,
            FilingNote filing,
            List<DocumentJson.EvidenceJson> evidence) {}

    @Operation(summary = "What the program filed by itself and nobody has decided since", description = "Newest first.")
    @GetMapping("/api/v1/filed-alone")
    Listing<FiledJson> list(Paging paging, Viewer viewer) {
        return Listing.of(filed.page(viewer, paging.request()), FiledController::json);
    }

    private static FiledJson json(FiledAlone.Line line) {
        return new FiledJson(
                line.document().id().value(),
                line.document().title(),
                line.document().caseReference() == null
                        ? null
                        : line.document().caseReference().toString(),
                line.note(),
                line.evidence().stream().map(DocumentJson.EvidenceJson::of).toList());
    }

    /** The version of the document that the caller knows; refused when it is another by now. */
    record Known(@Nullable Long version) {}

    @Operation(
            summary = "Takes a document out of its case, back into the inbox",
            description = "Teaches that it did not belong there where the program had filed it.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/v1/documents/{id}/take-back")
    void takeBack(@PathVariable DocumentId id, @RequestBody(required = false) @Nullable Known known, Viewer viewer) {
        filed.takeBack(id, known == null ? null : known.version(), viewer);
    }
}
