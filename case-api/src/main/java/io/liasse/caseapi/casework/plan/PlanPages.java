package io.liasse.caseapi.casework.plan;

import io.liasse.caseapi.cases.CaseHead;
import io.liasse.caseapi.cases.CaseHeads;
import io.liasse.caseapi.web.Flash;
import io.liasse.caseapi.web.Forms;
import io.liasse.store.NotAllowed;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.Participant;
import io.liasse.store.party.Party;
import io.liasse.store.plan.Attainment;
import io.liasse.store.plan.PlanContent;
import io.liasse.store.plan.PlanVersion;
import io.liasse.store.plan.PlanVersions;
import io.liasse.store.plan.Plans;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan of a case: its goals with their measures, who agreed to it, and what earlier versions said. */
@Controller
final class PlanPages {
    private final CaseHeads heads;
    private final CaseFiles cases;
    private final Plans plans;
    private final PlanVersions versions;
    private final PlanHistory history;
    private final Clock clock;

    PlanPages(CaseHeads heads, CaseFiles cases, Plans plans, PlanVersions versions, PlanHistory history, Clock clock) {
        this.heads = heads;
        this.cases = cases;
        this.plans = plans;
        this.versions = versions;
        this.history = history;
        this.clock = clock;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan")
    String show(@PathVariable String reference, @ModelAttribute("form") VersionForm form, Viewer viewer, Model model) {
        return show(heads.of(reference, viewer), viewer, model);
    }

    private String show(CaseHead head, Viewer viewer, Model model) {
        CaseId id = head.file().id();
        PlanContent plan = plans.of(id, viewer);
        List<PlanVersion> all = versions.of(id, viewer);
        PlanVersion agreed = all.stream().findFirst().orElse(null);
        OptionalDouble score = Attainment.tScore(plan.goals());
        model.addAttribute("head", head);
        model.addAttribute("plan", plan);
        model.addAttribute("agreed", agreed);
        model.addAttribute("versions", all);
        model.addAttribute("since", history.since(agreed, plan, id, viewer));
        model.addAttribute("score", score.isPresent() ? score.getAsDouble() : null);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("people", people(id, viewer));
        return "casework/plan";
    }

    private List<Party> people(CaseId id, Viewer viewer) {
        return cases.participants(id, viewer).stream()
                .filter(Participant::present)
                .map(Participant::party)
                .distinct()
                .toList();
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/versions")
    String settle(
            @PathVariable String reference,
            @ModelAttribute("form") @Nullable VersionForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        VersionForm form = Forms.readable(entered);
        CaseHead head = heads.of(reference, viewer);
        if (!head.mayWrite()) {
            throw new NotAllowed("agree on the plan");
        }
        form.check(errors);
        if (!errors.hasErrors()
                && PlanProblems.accepted(() -> versions.settle(head.file().id(), form.version(), viewer), errors)) {
            after.addFlashAttribute("flash", Flash.done("plan.settled"));
            return "redirect:" + head.path() + "/plan";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, viewer, model);
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/versions/{number:\\d{1,6}}")
    String version(@PathVariable String reference, @PathVariable int number, Viewer viewer, Model model) {
        CaseHead head = heads.of(reference, viewer);
        CaseId id = head.file().id();
        model.addAttribute("head", head);
        PlanVersion version = versions.get(id, number, viewer);
        model.addAttribute("version", version);
        model.addAttribute("plan", versions.content(id, number, viewer));
        model.addAttribute("changes", number == 1 ? List.of() : history.changes(id, number, null, viewer));
        model.addAttribute("today", version.agreedOn());
        return "casework/version";
    }
}
