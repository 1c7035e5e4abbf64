package io.liasse.caseapi.casework.plan;

import io.liasse.caseapi.cases.CaseNaming;
import io.liasse.caseapi.casework.plan.PlanJson.MeasureJson;
import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.party.PartyId;
import io.liasse.store.plan.Cost;
import io.liasse.store.plan.GoalId;
import io.liasse.store.plan.Measure;
import io.liasse.store.plan.MeasureId;
import io.liasse.store.plan.MeasureState;
import io.liasse.store.plan.NewMeasure;
import io.liasse.store.plan.Plans;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RestController;

/** Measures of a plan: what is done for a goal, by whom, where, when, how and at what cost. */
@RestController
@RequestMapping("/api/v1/cases/{reference}/plan")
final class MeasureController {
    private final CaseNaming naming;
    private final Plans plans;
    private final IdempotentPosts posts;

    MeasureController(CaseNaming naming, Plans plans, IdempotentPosts posts) {
        this.naming = naming;
        this.plans = plans;
        this.posts = posts;
    }

    record CostIn(@Nullable BigDecimal amount, @Nullable String currency) {
        Cost cost() {
            return Cost.of(Wanted.of("cost", amount), Wanted.of("currency", currency));
        }
    }

    /** A measure; {@code who} is the id of a party that takes part, {@code state} PLANNED when it is absent. */
    record MeasureIn(
            @Nullable String what,
            @Nullable UUID who,
            @Nullable String place,
            @Nullable String how,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable CostIn cost,
            @Nullable MeasureState state) {
        NewMeasure measure() {
            return new NewMeasure(
                    Wanted.of("what", what),
                    who == null ? null : new PartyId(who),
                    place,
                    how,
                    startsOn,
                    endsOn,
                    cost == null ? null : cost.cost(),
                    state == null ? MeasureState.PLANNED : state);
        }
    }

    /** A post as it is compared when it is repeated. */
    private record Request(String reference, GoalId goal, MeasureIn measure) {}

    @Operation(summary = "Adds a measure for an open goal")
    @PostMapping("/goals/{id}/measures")
    ResponseEntity<?> add(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @RequestBody MeasureIn measure,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(viewer, key, new Request(reference, id, measure), () -> {
            CaseId caseId = naming.caseNamed(reference, viewer).id();
            Measure added = plans.add(caseId, id, measure.measure(), viewer);
            URI address = URI.create("/api/v1/cases/" + reference + "/plan/measures/" + added.id());
            return answer(ResponseEntity.created(address), added);
        });
    }

    @Operation(summary = "A measure")
    @GetMapping("/measures/{id}")
    ResponseEntity<MeasureJson> get(@PathVariable String reference, @PathVariable MeasureId id, Viewer viewer) {
        return answer(
                ResponseEntity.ok(),
                plans.measure(naming.caseNamed(reference, viewer).id(), id, viewer));
    }

    @Operation(
            summary = "Says a measure anew, or how far it is",
            description = "If-Match states the version the caller knows. What is absent is taken away.")
    @PutMapping("/measures/{id}")
    ResponseEntity<MeasureJson> change(
            @PathVariable String reference,
            @PathVariable MeasureId id,
            @RequestBody MeasureIn measure,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        long version =
                EntityTags.required(ifMatch, plans.measure(caseId, id, viewer).version());
        return answer(ResponseEntity.ok(), plans.change(caseId, id, measure.measure(), version, viewer));
    }

    private static ResponseEntity<MeasureJson> answer(ResponseEntity.BodyBuilder answer, Measure measure) {
        return answer.eTag(EntityTags.of(measure.version())).body(MeasureJson.of(measure));
    }
}
