package io.liasse.caseapi.cases;

import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.awaited.Awaited;
import io.liasse.store.awaited.AwaitedDocuments;
import io.liasse.store.awaited.AwaitedState;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseLinks;
import io.liasse.store.casefile.Participant;
import io.liasse.store.consent.Consent;
import io.liasse.store.consent.Consents;
import io.liasse.store.cost.Costs;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.Documents;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.plan.Goal;
import io.liasse.store.plan.Plans;
import io.liasse.store.task.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The 360° view of one case; looking at it is noted in its journal. */
@Controller
final class OverviewPages {
    private static final int SHOWN_DOCUMENTS = 8;
    private static final int SHOWN_ENTRIES = 8;
    private static final int SHOWN_AWAITED = 6;
    private static final int SHOWN_GOALS = 5;
    private static final int SHOWN_TASKS = 5;
    private static final int SHOWN_LINKS = 5;
    private static final int SHOWN_CONSENTS = 5;

    private final CaseHeads heads;
    private final Attentions attentions;
    private final CaseFiles cases;
    private final Documents documents;
    private final Timelines timelines;
    private final AwaitedDocuments awaited;
    private final Plans plans;
    private final Tasks tasks;
    private final Consents consents;
    private final Costs costs;
    private final CaseLinks links;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    OverviewPages(
            CaseHeads heads,
            Attentions attentions,
            CaseFiles cases,
            Documents documents,
            Timelines timelines,
            AwaitedDocuments awaited,
            Plans plans,
            Tasks tasks,
            Consents consents,
            Costs costs,
            CaseLinks links,
            Clock clock) {
        this.heads = heads;
        this.attentions = attentions;
        this.cases = cases;
        this.documents = documents;
        this.timelines = timelines;
        this.awaited = awaited;
        this.plans = plans;
        this.tasks = tasks;
        this.consents = consents;
        this.costs = costs;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}")
    String show(@PathVariable String reference, Viewer viewer, Model model) {
        CaseHead head = heads.of(reference, viewer);
        model.addAttribute("head", head);
        model.addAttribute("overview", overview(head, viewer));
        model.addAttribute("today", LocalDate.now(clock));
        cases.viewed(head.file().id(), viewer);
        return "cases/overview";
    }

    private Overview overview(CaseHead head, Viewer viewer) {
        CaseId id = head.file().id();
        List<Participant> present = cases.participants(id, viewer).stream()
                .filter(Participant::present)
                .toList();
        List<Awaited> awaiting = awaited.of(id, viewer);
        List<Goal> goals = plans.goals(id, viewer);
        List<Consent> given = consents.of(id, viewer);
        return new Overview(
                attentions.of(head, awaiting, goals, given, viewer),
                latest(id, viewer),
                awaiting.stream()
                        .filter(each -> each.state() != AwaitedState.GIVEN_UP)
                        .limit(SHOWN_AWAITED)
                        .toList(),
                goals.stream().filter(Goal::open).limit(SHOWN_GOALS).toList(),
                tasks.open(id, viewer).stream().limit(SHOWN_TASKS).toList(),
                given.stream().limit(SHOWN_CONSENTS).toList(),
                costs.totals(id, viewer),
                links.of(id, viewer).stream().limit(SHOWN_LINKS).toList(),
                present,
                cases.grants(id, viewer),
                timelines
                        .of(id, TimelineKind.EVENTS, PageRequest.first(SHOWN_ENTRIES))
                        .items());
    }

    private List<DocumentCard> latest(CaseId id, Viewer viewer) {
        return documents.page(DocumentQuery.of(id), viewer, PageRequest.first(SHOWN_DOCUMENTS)).items().stream()
                .map(each -> new DocumentCard(
                        each,
                        documents
                                .rendition(each.id(), RenditionKind.THUMBNAIL, 0)
                                .isPresent()))
                .toList();
    }
}
