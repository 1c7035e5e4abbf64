package io.liasse.caseapi.casework.plan;

import io.liasse.caseapi.cases.CaseNaming;
import io.liasse.caseapi.casework.plan.PlanJson.GoalJson;
import io.liasse.caseapi.casework.plan.PlanJson.KeptJson;
import io.liasse.caseapi.casework.plan.PlanJson.VersionJson;
import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.caseapi.web.Listing;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.party.PartyId;
import io.liasse.store.plan.Goal;
import io.liasse.store.plan.GoalId;
import io.liasse.store.plan.Horizon;
import io.liasse.store.plan.Indicator;
import io.liasse.store.plan.NewGoal;
import io.liasse.store.plan.NewPlanVersion;
import io.liasse.store.plan.PlanContent;
import io.liasse.store.plan.PlanVersion;
import io.liasse.store.plan.PlanVersions;
import io.liasse.store.plan.Plans;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** {@code /api/v1/cases/{reference}/plan}: the goals of a case, how far they are, and the versions that were agreed. */
@RestController
@RequestMapping("/api/v1/cases/{reference}/plan")
final class PlanController {
    private final CaseNaming naming;
    private final Plans plans;
    private final PlanVersions versions;
    private final PlanHistory history;
    private final IdempotentPosts posts;

    PlanController(CaseNaming naming, Plans plans, PlanVersions versions, PlanHistory history, IdempotentPosts posts) {
        this.naming = naming;
        this.plans = plans;
        this.versions = versions;
        this.history = history;
        this.posts = posts;
    }

    /** What a goal is measured by; all but the unit is needed. */
    record IndicatorIn(
            @Nullable String text,
            @Nullable String unit,
            @Nullable BigDecimal start,
            @Nullable BigDecimal target) {
        Indicator indicator() {
            return new Indicator(
                    Wanted.of("indicator", text), unit, Wanted.of("start", start), Wanted.of("target", target));
        }
    }

    /** A goal; {@code parent} is the one it serves, {@code horizon} MID and {@code priority} 2 when they are absent. */
    record GoalIn(
            @Nullable UUID parent,
            @Nullable String what,
            @Nullable String need,
            @Nullable Horizon horizon,
            @Nullable Integer priority,
            @Nullable LocalDate dueOn,
            @Nullable IndicatorIn indicator,
            @Nullable String conflict,
            @Nullable String settlement) {
        NewGoal goal() {
            return new NewGoal(
                    Wanted.of("what", what),
                    need,
                    horizon == null ? Horizon.MID : horizon,
                    priority == null ? 2 : priority,
                    dueOn,
                    indicator == null ? null : indicator.indicator(),
                    conflict,
                    settlement);
        }
    }

    /** What was measured, today when {@code on} is absent. */
    record ValueIn(@Nullable BigDecimal value, @Nullable LocalDate on) {}

    /** How a goal ended. */
    record EndingIn(@Nullable Integer attained, @Nullable String explanation) {}

    /** An agreement to the plan as it is; {@code agreed} are ids of parties that take part. */
    record VersionIn(
            @Nullable String reason,
            @Nullable Set<UUID> agreed,
            @Nullable LocalDate agreedOn,
            @Nullable LocalDate reviewOn) {
        NewPlanVersion version() {
            Set<PartyId> parties = Wanted.of("agreed", agreed).stream()
                    .map(each -> new PartyId(Wanted.of("agreed", each)))
                    .collect(Collectors.toUnmodifiableSet());
            return new NewPlanVersion(Wanted.of("reason", reason), parties, agreedOn, reviewOn);
        }
    }

    /** A post as it is compared when it is repeated. */
    private record Request(String reference, Object wanted) {}

    @Operation(summary = "The goals and measures of a case", description = "Each goal followed by those under it.")
    @GetMapping
    PlanJson plan(@PathVariable String reference, Viewer viewer) {
        CaseId id = naming.caseNamed(reference, viewer).id();
        PlanContent now = plans.of(id, viewer);
        PlanVersion agreed = versions.last(id, viewer).orElse(null);
        return PlanJson.of(now, agreed, history.since(agreed, now, id, viewer));
    }

    @Operation(summary = "Adds a goal", description = "A main goal, or under another one; three levels at most.")
    @PostMapping("/goals")
    ResponseEntity<?> add(
            @PathVariable String reference,
            @RequestBody GoalIn goal,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(viewer, key, new Request(reference, goal), () -> {
            CaseId caseId = naming.caseNamed(reference, viewer).id();
            GoalId parent = goal.parent() == null ? null : new GoalId(goal.parent());
            Goal added = plans.add(caseId, parent, goal.goal(), viewer);
            URI address = URI.create("/api/v1/cases/" + reference + "/plan/goals/" + added.id());
            return answer(ResponseEntity.created(address), caseId, added, viewer);
        });
    }

    @Operation(summary = "A goal with its measures")
    @GetMapping("/goals/{id}")
    ResponseEntity<GoalJson> goal(@PathVariable String reference, @PathVariable GoalId id, Viewer viewer) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return answer(ResponseEntity.ok(), caseId, plans.goal(caseId, id, viewer), viewer);
    }

    @Operation(
            summary = "Says an open goal anew",
            description =
                    "If-Match states the version the caller knows. What is absent is taken away; the goal above stays.")
    @PutMapping("/goals/{id}")
    ResponseEntity<GoalJson> change(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @RequestBody GoalIn goal,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return moved(
                reference,
                id,
                ifMatch,
                viewer,
                (caseId, version) -> plans.change(caseId, id, goal.goal(), version, viewer));
    }

    @Operation(summary = "Records a value of the indicator of an open goal", description = "If-Match as for the goal.")
    @PostMapping("/goals/{id}/values")
    ResponseEntity<GoalJson> measured(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @RequestBody ValueIn value,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return moved(
                reference,
                id,
                ifMatch,
                viewer,
                (caseId, version) ->
                        plans.measured(caseId, id, Wanted.of("value", value.value()), value.on(), version, viewer));
    }

    @Operation(
            summary = "Says to which degree an open goal was attained",
            description = "From -2, much less than expected, to 2, much more; explained unless it is 0.")
    @PostMapping("/goals/{id}/assessment")
    ResponseEntity<GoalJson> assess(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @RequestBody EndingIn ending,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return moved(
                reference,
                id,
                ifMatch,
                viewer,
                (caseId, version) -> plans.assess(
                        caseId, id, Wanted.of("attained", ending.attained()), ending.explanation(), version, viewer));
    }

    @Operation(summary = "Gives an open goal up, with the reason")
    @PostMapping("/goals/{id}/give-up")
    ResponseEntity<GoalJson> giveUp(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @RequestBody EndingIn ending,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return moved(
                reference,
                id,
                ifMatch,
                viewer,
                (caseId, version) -> plans.giveUp(caseId, id, ending.explanation(), version, viewer));
    }

    @Operation(summary = "Takes back how a goal ended")
    @PostMapping("/goals/{id}/reopen")
    ResponseEntity<GoalJson> reopen(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return moved(reference, id, ifMatch, viewer, (caseId, version) -> plans.reopen(caseId, id, version, viewer));
    }

    /** A change of a goal at the version that the caller knows. */
    private interface Move {
        Goal to(CaseId caseId, long version);
    }

    private ResponseEntity<GoalJson> moved(
            String reference, GoalId id, @Nullable String ifMatch, Viewer viewer, Move move) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        long version =
                EntityTags.required(ifMatch, plans.goal(caseId, id, viewer).version());
        return answer(ResponseEntity.ok(), caseId, move.to(caseId, version), viewer);
    }

    private ResponseEntity<GoalJson> answer(
            ResponseEntity.BodyBuilder answer, CaseId caseId, Goal goal, Viewer viewer) {
        return answer.eTag(EntityTags.of(goal.version()))
                .body(GoalJson.of(goal, plans.of(caseId, viewer).measuresOf(goal.id())));
    }

    @Operation(summary = "The versions of the plan that were agreed", description = "The last first.")
    @GetMapping("/versions")
    Listing<VersionJson> versions(@PathVariable String reference, Viewer viewer) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return Listing.whole(versions.of(caseId, viewer), VersionJson::of);
    }

    @Operation(summary = "Keeps the plan as it is now as agreed, by whom and why")
    @PostMapping("/versions")
    ResponseEntity<?> settle(
            @PathVariable String reference,
            @RequestBody VersionIn version,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(viewer, key, new Request(reference, version), () -> {
            CaseId caseId = naming.caseNamed(reference, viewer).id();
            PlanVersion settled = versions.settle(caseId, version.version(), viewer);
            URI address = URI.create("/api/v1/cases/" + reference + "/plan/versions/" + settled.number());
            return ResponseEntity.created(address).body(VersionJson.of(settled));
        });
    }

    @Operation(
            summary = "A version of the plan, and what it changed",
            description = "since: the number of the version to compare with; the one before when it is absent.")
    @GetMapping("/versions/{number}")
    KeptJson version(
            @PathVariable String reference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer since,
            Viewer viewer) {
        if (since != null && since < 1) {
            throw new InvalidInput("since", "is no number of a version");
        }
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        PlanVersion version = versions.get(caseId, number, viewer);
        List<GoalJson> goals = PlanJson.goals(versions.content(caseId, number, viewer));
        return new KeptJson(VersionJson.of(version), goals, history.changes(caseId, number, since, viewer));
    }
}
