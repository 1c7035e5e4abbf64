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
import io.liasse.store.plan.GoalId;
import io.liasse.store.plan.Measure;
import io.liasse.store.plan.MeasureId;
import io.liasse.store.plan.MeasureState;
import io.liasse.store.plan.Plans;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
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

/** One measure: said, said otherwise, and how far it is. */
@Controller
final class MeasurePages {
    private final CaseHeads heads;
    private final CaseFiles cases;
    private final Plans plans;

    MeasurePages(CaseHeads heads, CaseFiles cases, Plans plans) {
        this.heads = heads;
        this.cases = cases;
        this.plans = plans;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/goals/{id}/measures/new")
    String create(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @ModelAttribute("form") MeasureForm form,
            Viewer viewer,
            Model model) {
        CaseHead head = writable(reference, viewer);
        return show(head, id, null, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/goals/{id}/measures")
    String add(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @ModelAttribute("form") @Nullable MeasureForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        MeasureForm form = Forms.readable(entered);
        CaseHead head = writable(reference, viewer);
        CaseId caseId = head.file().id();
        form.check(errors);
        if (!errors.hasErrors() && PlanProblems.accepted(() -> plans.add(caseId, id, form.measure(), viewer), errors)) {
            after.addFlashAttribute("flash", Flash.done("plan.measure.added"));
            return "redirect:" + head.path() + "/plan";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, id, null, viewer, model);
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/measures/{id}")
    String measure(@PathVariable String reference, @PathVariable MeasureId id, Viewer viewer, Model model) {
        CaseHead head = heads.of(reference, viewer);
        Measure measure = plans.measure(head.file().id(), id, viewer);
        model.addAttribute("form", MeasureForm.of(measure));
        return show(head, measure.goal(), measure, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/measures/{id}")
    String change(
            @PathVariable String reference,
            @PathVariable MeasureId id,
            @ModelAttribute("form") @Nullable MeasureForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        MeasureForm form = Forms.readable(entered);
        CaseHead head = writable(reference, viewer);
        CaseId caseId = head.file().id();
        Measure measure = plans.measure(caseId, id, viewer);
        long version = form.version() == null ? measure.version() : form.version();
        form.check(errors);
        if (!errors.hasErrors()
                && PlanProblems.accepted(() -> plans.change(caseId, id, form.measure(), version, viewer), errors)) {
            after.addFlashAttribute("flash", Flash.done("plan.measure.changed"));
            return "redirect:" + head.path() + "/plan";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, measure.goal(), measure, viewer, model);
    }

    private CaseHead writable(String reference, Viewer viewer) {
        CaseHead head = heads.of(reference, viewer);
        if (!head.mayWrite()) {
            throw new NotAllowed("change the plan");
        }
        return head;
    }

    private String show(CaseHead head, GoalId goal, @Nullable Measure measure, Viewer viewer, Model model) {
        CaseId caseId = head.file().id();
        model.addAttribute("head", head);
        model.addAttribute("goal", plans.goal(caseId, goal, viewer));
        model.addAttribute("measure", measure);
        model.addAttribute("people", people(caseId, measure, viewer));
        model.addAttribute("states", MeasureState.values());
        return "casework/measure";
    }

    /** Those who take part, and who does it although they no longer do. */
    private List<Party> people(CaseId caseId, @Nullable Measure measure, Viewer viewer) {
        Stream<Party> present = cases.participants(caseId, viewer).stream()
                .filter(Participant::present)
                .map(Participant::party);
        Party doing = measure == null ? null : measure.who();
        return Stream.concat(present, Stream.ofNullable(doing)).distinct().toList();
    }
}
