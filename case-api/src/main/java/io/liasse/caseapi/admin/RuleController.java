package io.liasse.caseapi.admin;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.Listing;
import io.liasse.routes.filing.FilingTrial;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.filing.RuleProblem;
import io.liasse.store.filing.RuleSet;
import io.liasse.store.filing.RuleSets;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/filing-rules}: the rules of filing, their versions, and trying them. */
@RestController
@RequestMapping("/api/v1/filing-rules")
@OnlyFor({Role.SUPERVISOR, Role.ADMINISTRATOR})
final class RuleController {
    private final RuleSets sets;
    private final FilingTrial trial;

    RuleController(RuleSets sets, FilingTrial trial) {
        this.sets = sets;
        this.trial = trial;
    }

    /** What would become of a document; {@code case} only for those who may see it. */
    record FateJson(
            boolean alone,

            @com.fasterxml.jackson.annotation.JsonProperty("case") @Nullable
            String caseReference,

            @Nullable String type,
            @Nullable String reason,
            List<String> rules) {
        static FateJson of(FilingTrial.Fate fate) {
            CaseReference into = fate.into();
            return new FateJson(
                    fate.alone(), into == null ? null : into.toString(), fate.type(), fate.reason(), fate.rules());
        }
    }

    /** A document that would fare differently. */
    record ChangeJson(UUID document, String title, Instant decidedAt, FateJson before, FateJson after) {
        static ChangeJson of(FilingTrial.Change change) {
            return new ChangeJson(
                    change.id().value(),
                    change.title(),
                    change.at(),
                    FateJson.of(change.before()),
                    FateJson.of(change.after()));
        }
    }

    /**
     * What a trial gave: how many documents would fare differently under these rules than under those in force. Of those
     * now filed alone, {@code agreeing} were filed into the very case by a person, {@code contradicting} elsewhere.
     * {@code unseen} are not listed, since the caller may not see them.
     */
    record TrialJson(
            int documents,
            FilingTrial.Side before,
            FilingTrial.Side after,
            int changed,
            int nowAlone,
            int nowWaiting,
            int otherCase,
            int otherType,
            int agreeing,
            int contradicting,
            int unseen,
            List<ChangeJson> changes) {
        static TrialJson of(FilingTrial.Result result) {
            return new TrialJson(
                    result.documents(),
                    result.before(),
                    result.after(),
                    result.changed(),
                    result.nowAlone(),
                    result.nowWaiting(),
                    result.otherCase(),
                    result.otherType(),
                    result.agreeing(),
                    result.contradicting(),
                    result.unseen(),
                    result.changes().stream().map(ChangeJson::of).toList());
        }
    }

    @Operation(summary = "The rules of filing in force", description = "Version 0: none was saved yet.")
    @GetMapping
    ResponseEntity<RuleJson.RuleSetJson> inForce(Viewer viewer) {
        return answer(sets.inForce(viewer));
    }

    @Operation(summary = "The last versions of the rules", description = "At most 100, newest first.")
    @GetMapping("/versions")
    Listing<RuleJson.RuleSetJson> versions(Viewer viewer) {
        return Listing.whole(sets.versions(viewer), this::json);
    }

    @Operation(summary = "One version of the rules")
    @GetMapping("/versions/{version}")
    RuleJson.RuleSetJson version(@PathVariable int version, Viewer viewer) {
        return json(sets.version(version, viewer));
    }

    @Operation(
            summary = "Saves rules of filing as the next version",
            description = "They hold for all that is filed from then on. If-Match names the version they replace.")
    @PutMapping
    @OnlyFor(Role.ADMINISTRATOR)
    ResponseEntity<RuleJson.RuleSetJson> save(
            @RequestBody RuleJson.NewRulesJson wanted,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        int present = sets.inForce(viewer).version();
        Long known = EntityTags.optional(ifMatch, present);
        return answer(
                sets.save(known == null ? present : known.intValue(), wanted.errorRate(), wanted.wanted(), viewer));
    }

    @Operation(
            summary = "Tries rules on the last 50, 200 or 1000 documents",
            description = "Decides each again by what was kept of it that day. Changes nothing.")
    @PostMapping("/trial")
    TrialJson tryOut(
            @RequestBody RuleJson.NewRulesJson wanted, @RequestParam(defaultValue = "200") int last, Viewer viewer) {
        if (!FilingTrial.SIZES.contains(last)) {
            throw new InvalidInput("last", "must be one of " + FilingTrial.SIZES);
        }
        List<RuleProblem> problems = sets.problemsOfTrial(wanted.errorRate(), wanted.wanted(), viewer);
        if (!problems.isEmpty()) {
            throw problems.getFirst().asInvalid();
        }
        return TrialJson.of(trial.tryOut(wanted.errorRate(), wanted.wanted(), last, viewer));
    }

    private ResponseEntity<RuleJson.RuleSetJson> answer(RuleSet set) {
        return ResponseEntity.ok().eTag(EntityTags.of(set.version())).body(json(set));
    }

    private RuleJson.RuleSetJson json(RuleSet set) {
        return RuleJson.RuleSetJson.of(set, trial.errorRate(set));
    }
}
