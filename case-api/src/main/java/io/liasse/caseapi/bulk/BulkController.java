package io.liasse.caseapi.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.BulkEdit;
import io.liasse.store.document.BulkEdit.Outcome;
import io.liasse.store.document.BulkEdit.Refusal;
import io.liasse.store.document.DocumentId;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/documents/bulk}: the same change to many documents. */
@RestController
@RequestMapping("/api/v1/documents")
final class BulkController {
    private final BulkEdit bulk;
    private final BulkTargets targets;

    BulkController(BulkEdit bulk, BulkTargets targets) {
        this.bulk = bulk;
        this.targets = targets;
    }

    /** What each document gets; absent leaves as is. */
    record ChangeJson(
            @Nullable String type,
            @Nullable LocalDate date,
            @Nullable List<String> addTags,
            @Nullable List<String> removeTags,
            @JsonProperty("case") @Nullable String caseReference,
            @Nullable Boolean trash) {}

    record Order(@Nullable List<UUID> documents, @Nullable ChangeJson change) {}

    /** What became of one document; {@code problem} is absent when it was done. */
    record OutcomeJson(
            UUID document,
            boolean done,
            @Nullable Refusal problem,
            @Nullable String detail) {
        static OutcomeJson of(Outcome outcome) {
            return new OutcomeJson(outcome.document().value(), outcome.done(), outcome.refusal(), outcome.detail());
        }
    }

    /** How many were changed and how many were not, and each by itself. */
    record Answer(int done, int refused, List<OutcomeJson> documents) {}

    @Operation(
            summary = "Makes the same change to many documents",
            description = "At most 500. Each is changed by itself: what is refused for one is done for the others.")
    @PostMapping("/bulk")
    Answer apply(@RequestBody Order order, Viewer viewer) {
        if (order.documents() == null || order.change() == null) {
            throw new InvalidInput(order.documents() == null ? "documents" : "change", "is missing");
        }
        List<DocumentId> ids = order.documents().stream().map(DocumentId::new).toList();
        List<Outcome> outcomes = bulk.apply(ids, change(order.change(), viewer), viewer);
        int done = (int) outcomes.stream().filter(Outcome::done).count();
        return new Answer(
                done,
                outcomes.size() - done,
                outcomes.stream().map(OutcomeJson::of).toList());
    }

    private BulkEdit.Change change(ChangeJson change, Viewer viewer) {
        return new BulkEdit.Change(
                change.type(),
                change.date(),
                change.addTags() == null ? List.of() : change.addTags(),
                change.removeTags() == null ? List.of() : change.removeTags(),
                change.caseReference() == null ? null : targets.caseNamed(change.caseReference(), viewer),
                Boolean.TRUE.equals(change.trash()));
    }
}
