package io.liasse.caseapi.cases;

import io.liasse.caseapi.documents.DocumentLine;
import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseLinks;
import io.liasse.store.casefile.CaseTypes;
import io.liasse.store.consent.Consents;
import io.liasse.store.cost.Costs;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.Documents;
import io.liasse.store.plan.Plans;
import io.liasse.store.task.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cases/{reference}/overview} and {@code /documents}: a case at a glance, and what is filed in it. */
@RestController
@RequestMapping("/api/v1/cases/{reference}")
final class OverviewController {
    private static final int LATEST = 10;

    private final CaseNaming naming;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final Documents documents;
    private final Plans plans;
    private final Tasks tasks;
    private final Consents consents;
    private final Costs costs;
    private final CaseLinks links;
    private final Users users;

    @SuppressWarnings("TooManyParameters")
    OverviewController(
            CaseNaming naming,
            CaseFiles cases,
            CaseTypes types,
            Documents documents,
            Plans plans,
            Tasks tasks,
            Consents consents,
            Costs costs,
            CaseLinks links,
            Users users) {
        this.naming = naming;
        this.cases = cases;
        this.types = types;
        this.documents = documents;
        this.plans = plans;
        this.tasks = tasks;
        this.consents = consents;
        this.costs = costs;
        this.links = links;
        this.users = users;
    }

    @Operation(summary = "The 360° view of a case in one answer")
    @GetMapping("/overview")
    ResponseEntity<OverviewJson> overview(@PathVariable String reference, Viewer viewer) {
        CaseFile file = naming.caseNamed(reference, viewer);
        cases.viewed(file.id(), viewer);
        OverviewJson overview = OverviewJson.of(
                CaseJson.of(file, new Names(users)),
                phases(file),
                cases.participants(file.id(), viewer),
                plans.goals(file.id(), viewer),
                documents
                        .page(DocumentQuery.of(file.id()), viewer, PageRequest.first(LATEST))
                        .items(),
                tasks.open(file.id(), viewer),
                consents.of(file.id(), viewer),
                costs.totals(file.id(), viewer),
                links.of(file.id(), viewer));
        return ResponseEntity.ok().eTag(EntityTags.of(file.version())).body(overview);
    }

    private List<String> phases(CaseFile file) {
        return types.all().stream()
                .filter(type -> type.key().equals(file.type()))
                .flatMap(type -> type.phases().stream())
                .toList();
    }

    @Operation(summary = "The documents of a case", description = "Newest first.")
    @GetMapping("/documents")
    Listing<DocumentLine> documents(@PathVariable String reference, Paging paging, Viewer viewer) {
        CaseFile file = naming.caseNamed(reference, viewer);
        return Listing.of(documents.page(DocumentQuery.of(file.id()), viewer, paging.request()), DocumentLine::of);
    }
}
