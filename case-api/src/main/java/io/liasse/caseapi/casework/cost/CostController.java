package io.liasse.caseapi.casework.cost;

import io.liasse.caseapi.cases.CaseNaming;
import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.cost.CostEntry;
import io.liasse.store.cost.CostEntryId;
import io.liasse.store.cost.CostTotals;
import io.liasse.store.cost.Costs;
import io.liasse.store.cost.NewCostEntry;
import io.liasse.store.document.DocumentId;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cases/{reference}/costs}: time spent, expenses, the budget and what it comes to. */
@RestController
@RequestMapping("/api/v1/cases/{reference}/costs")
final class CostController {
    private final CaseNaming naming;
    private final Costs costs;
    private final IdempotentPosts posts;
    private final Clock clock;

    CostController(CaseNaming naming, Costs costs, IdempotentPosts posts, Clock clock) {
        this.naming = naming;
        this.costs = costs;
        this.posts = posts;
        this.clock = clock;
    }

    /** Either minutes, at {@code perHour} or what an hour usually costs, or an amount; today where no day is said. */
    record CostIn(
            @Nullable String what,
            @Nullable LocalDate spentOn,
            @Nullable Integer minutes,
            @Nullable BigDecimal perHour,
            @Nullable BigDecimal amount,
            @Nullable UUID document) {}

    /** What the case may cost; null takes the budget away. */
    record BudgetIn(@Nullable BigDecimal amount) {}

    /** What it comes to, in the currency of the house. */
    record TotalsJson(
            String currency,
            long minutes,
            BigDecimal time,
            BigDecimal expenses,
            BigDecimal sum,
            @Nullable BigDecimal budget) {
        static TotalsJson of(CostTotals totals) {
            return new TotalsJson(
                    totals.currency().getCurrencyCode(),
                    totals.minutes(),
                    totals.time(),
                    totals.expenses(),
                    totals.sum(),
                    totals.budget());
        }
    }

    /** A post as it is compared when it is repeated. */
    private record Request(String reference, CostIn entry) {}

    @Operation(
            summary = "Time spent on a case, and expenses",
            description = "The latest days first. What was taken out is listed with removedBy and does not count.")
    @GetMapping
    Listing<CostJson> list(@PathVariable String reference, Paging paging, Viewer viewer) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return Listing.of(costs.page(caseId, viewer, paging.request()), this::json);
    }

    @Operation(summary = "What a case has cost so far, and what it may cost")
    @GetMapping("/totals")
    TotalsJson totals(@PathVariable String reference, Viewer viewer) {
        return TotalsJson.of(costs.totals(naming.caseNamed(reference, viewer).id(), viewer));
    }

    @Operation(summary = "Says what the case may cost")
    @PutMapping("/budget")
    TotalsJson budget(@PathVariable String reference, @RequestBody BudgetIn budget, Viewer viewer) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return TotalsJson.of(costs.budget(caseId, budget.amount(), viewer));
    }

    @Operation(summary = "Adds time spent or an expense to a case")
    @PostMapping
    ResponseEntity<?> add(
            @PathVariable String reference,
            @RequestBody CostIn entry,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(viewer, key, new Request(reference, entry), () -> {
            CaseId caseId = naming.caseNamed(reference, viewer).id();
            CostEntry added = costs.add(caseId, entry(entry), viewer);
            return answer(
                    ResponseEntity.created(URI.create("/api/v1/cases/" + reference + "/costs/" + added.id())), added);
        });
    }

    private NewCostEntry entry(CostIn entry) {
        if (entry.what() == null) {
            throw new InvalidInput("what", "is missing");
        }
        return new NewCostEntry(
                entry.what(),
                Objects.requireNonNullElseGet(entry.spentOn(), () -> LocalDate.now(clock)),
                entry.minutes(),
                entry.perHour(),
                entry.amount(),
                entry.document() == null ? null : new DocumentId(entry.document()));
    }

    @Operation(summary = "An entry of time or cost")
    @GetMapping("/{id}")
    ResponseEntity<CostJson> get(@PathVariable String reference, @PathVariable CostEntryId id, Viewer viewer) {
        return answer(
                ResponseEntity.ok(),
                costs.get(naming.caseNamed(reference, viewer).id(), id, viewer));
    }

    @Operation(
            summary = "Says an entry anew",
            description = "If-Match states the version the caller knows. What is absent is taken away.")
    @PutMapping("/{id}")
    ResponseEntity<CostJson> change(
            @PathVariable String reference,
            @PathVariable CostEntryId id,
            @RequestBody CostIn entry,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return moved(
                reference,
                id,
                ifMatch,
                viewer,
                (caseId, version) -> costs.change(caseId, id, entry(entry), version, viewer));
    }

    @Operation(summary = "Takes an entry out of the sums", description = "It stays listed, and can be put back.")
    @DeleteMapping("/{id}")
    ResponseEntity<CostJson> remove(
            @PathVariable String reference,
            @PathVariable CostEntryId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return moved(reference, id, ifMatch, viewer, (caseId, version) -> costs.remove(caseId, id, version, viewer));
    }

    @Operation(summary = "Puts an entry back that was taken out")
    @PostMapping("/{id}/restore")
    ResponseEntity<CostJson> restore(
            @PathVariable String reference,
            @PathVariable CostEntryId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return moved(reference, id, ifMatch, viewer, (caseId, version) -> costs.restore(caseId, id, version, viewer));
    }

    /** A change of an entry at the version that the caller knows. */
    private interface Move {
        CostEntry to(CaseId caseId, long version);
    }

    private ResponseEntity<CostJson> moved(
            String reference, CostEntryId id, @Nullable String ifMatch, Viewer viewer, Move move) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        long version =
                EntityTags.required(ifMatch, costs.get(caseId, id, viewer).version());
        return answer(ResponseEntity.ok(), move.to(caseId, version));
    }

    private ResponseEntity<CostJson> answer(ResponseEntity.BodyBuilder answer, CostEntry entry) {
        return answer.eTag(EntityTags.of(entry.version())).body(json(entry));
    }

    private CostJson json(CostEntry entry) {
        return CostJson.of(entry, costs.currency().getCurrencyCode());
    }
}
