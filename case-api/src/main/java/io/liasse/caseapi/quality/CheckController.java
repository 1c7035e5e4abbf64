package io.liasse.caseapi.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.quality.Checks;
import io.liasse.store.quality.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/quality/checks}: the sampled documents that the caller may see and nobody has answered for. */
@RestController
@RequestMapping("/api/v1/quality/checks")
final class CheckController {
    private static final int AT_ONCE = 100;

    private final Checks checks;
    private final CaseFiles cases;

    CheckController(Checks checks, CaseFiles cases) {
        this.checks = checks;
        this.cases = cases;
    }

    /** Where the program put a document, and the type it gave it. */
    record CheckJson(
            UUID id,
            UUID document,
            @JsonProperty("case") String caseReference,
            @Nullable String type) {}

    /** The first hundred; those answered fall out. */
    record ChecksJson(int done, int of, List<CheckJson> items) {}

    /** {@code wrong} only, and always, with WRONG. */
    record AnswerJson(
            Verdict.@Nullable Kind verdict, @Nullable List<Verdict.Wrong> wrong) {
        Verdict given() {
            if (verdict == null) {
                throw new InvalidInput("verdict", "is missing");
            }
            return new Verdict(verdict, wrong == null ? Set.of() : Set.copyOf(wrong));
        }
    }

    @Operation(
            summary = "Sampled documents to check",
            description = "What the caller may see of the samples of the last ninety days, at most a hundred at once.")
    @GetMapping
    ChecksJson open(Viewer viewer) {
        Checks.Progress progress = checks.progress(viewer);
        List<CheckJson> items = checks.open(viewer, null, AT_ONCE).stream()
                .map(each -> new CheckJson(
                        each.id(),
                        each.document().value(),
                        cases.get(each.caseId(), viewer).reference().toString(),
                        each.type()))
                .toList();
        return new ChecksJson(progress.done(), progress.of(), items);
    }

    @Operation(summary = "Says whether a sampled document was filed rightly")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/{id}")
    void answer(@PathVariable UUID id, @RequestBody AnswerJson answer, Viewer viewer) {
        checks.get(id, viewer);
        checks.answer(id, answer.given(), viewer);
    }

    @Operation(summary = "Takes back an answer of the caller’s own that is not older than an hour")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{id}")
    void undo(@PathVariable UUID id, Viewer viewer) {
        checks.undo(id, viewer);
    }
}
