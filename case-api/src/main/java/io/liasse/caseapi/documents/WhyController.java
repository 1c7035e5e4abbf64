package io.liasse.caseapi.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.DocumentId;
import io.liasse.store.filing.FilingDecisions;
import io.liasse.store.filing.FilingDecisions.Decision;
import io.liasse.store.filing.FilingDecisions.Grounds;
import io.liasse.store.journal.Action;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/documents/{id}/filing}: why it was filed so. */
@RestController
final class WhyController {
    private final Why why;

    WhyController(Why why) {
        this.why = why;
    }

    /**
     * The last decision of the program.
     *
     * @param alone whether it filed the document itself
     * @param reason key of why a person was asked
     * @param threshold of that day, from which it filed alone by weighing; null when there was none
     * @param errorRate for which that threshold was measured
     * @param model version of the weights of that day
     * @param rules version of the rules of that day, 0 for none; null for decisions from before rules had versions
     * @param acted names of the rules that had a say
     * @param decidedCase the case a person chose since, where the caller may see it
     */
    record DecisionJson(
            Instant at,
            boolean alone,
            @Nullable String reason,
            @Nullable Double threshold,
            @Nullable Double errorRate,
            int model,
            @Nullable Integer rules,
            List<String> acted,
            boolean takenBack,
            @Nullable Instant decidedAt,
            @Nullable String decidedCase) {}

    /** A step of filing. */
    record StepJson(Instant at, Action action, String by, boolean person) {
        static StepJson of(FilingDecisions.Step step) {
            return new StepJson(step.at(), step.action(), step.by(), step.byPerson());
        }
    }

    /** {@code decision} is null where the program decided nothing; candidates are those the caller may see. */
    record FilingJson(
            @JsonProperty("case") @Nullable String caseReference,
            @Nullable DecisionJson decision,
            List<DocumentJson.CandidateJson> candidates,
            List<StepJson> steps) {}

    @Operation(
            summary = "Why the document was filed so",
            description = "The last decision of the program with what was known that day, and what became of it.")
    @GetMapping("/api/v1/documents/{id}/filing")
    FilingJson filing(@PathVariable DocumentId id, Viewer viewer) {
        Why.Answer answer = why.of(id, viewer);
        CaseReference reference = answer.document().caseReference();
        return new FilingJson(
                reference == null ? null : reference.toString(),
                decision(answer),
                answer.candidates().stream().map(DocumentJson.CandidateJson::of).toList(),
                answer.steps().stream().map(StepJson::of).toList());
    }

    private static @Nullable DecisionJson decision(Why.Answer answer) {
        Decision decision = answer.decision();
        if (decision == null) {
            return null;
        }
        Grounds grounds = decision.grounds();
        return new DecisionJson(
                decision.at(),
                decision.alone(),
                answer.reason() == null ? null : answer.reason().key(),
                decision.threshold(),
                grounds == null ? null : grounds.errorRate(),
                decision.model(),
                grounds == null ? null : grounds.rules(),
                grounds == null ? List.of() : grounds.acted(),
                decision.takenBack(),
                decision.decidedAt(),
                answer.decided() == null ? null : answer.decided().toString());
    }
}
