package io.liasse.caseapi.casework.plan;

import io.liasse.caseapi.cases.CaseHead;
import io.liasse.caseapi.cases.CaseHeads;
import io.liasse.caseapi.web.Entered;
import io.liasse.caseapi.web.Flash;
import io.liasse.caseapi.web.Forms;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.plan.Goal;
import io.liasse.store.plan.GoalId;
import io.liasse.store.plan.Plans;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One goal: said, said otherwise, measured, assessed, given up, and that taken back. */
@Controller
final class GoalPages {
    private final CaseHeads heads;
    private final Plans plans;
    private final Clock clock;

    GoalPages(CaseHeads heads, Plans plans, Clock clock) {
        this.heads = heads;
        this.plans = plans;
        this.clock = clock;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/goals/new")
    String create(@PathVariable String reference, @ModelAttribute("form") GoalForm form, Viewer viewer, Model model) {
        CaseHead head = heads.of(reference, viewer);
        requireWrite(head);
        model.addAttribute("form", form.orUsual());
        return show(head, null, form, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/goals")
    String add(
            @PathVariable String reference,
            @ModelAttribute("form") @Nullable GoalForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        GoalForm form = Forms.readable(entered);
        CaseHead head = heads.of(reference, viewer);
        requireWrite(head);
        form.check(errors);
        GoalId parent = parent(form);
        if (!errors.hasErrors()
                && PlanProblems.accepted(() -> plans.add(head.file().id(), parent, form.goal(), viewer), errors)) {
            after.addFlashAttribute("flash", Flash.done("plan.goal.added"));
            return "redirect:" + head.path() + "/plan";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, null, form, viewer, model);
    }

    private static @Nullable GoalId parent(GoalForm form) {
        try {
            return form.parent() == null ? null : GoalId.of(form.parent());
        } catch (IllegalArgumentException notAnId) {
            throw new InvalidInput("parent", "is no goal");
        }
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/goals/{id}")
    String goal(@PathVariable String reference, @PathVariable GoalId id, Viewer viewer, Model model) {
        CaseHead head = heads.of(reference, viewer);
        Goal goal = plans.goal(head.file().id(), id, viewer);
        GoalForm form = GoalForm.of(goal);
        model.addAttribute("form", form);
        return show(head, goal, form, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/goals/{id}")
    String change(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @ModelAttribute("form") @Nullable GoalForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        GoalForm form = Forms.readable(entered);
        CaseHead head = heads.of(reference, viewer);
        requireWrite(head);
        CaseId caseId = head.file().id();
        Goal goal = plans.goal(caseId, id, viewer);
        long version = form.version() == null ? goal.version() : form.version();
        form.check(errors);
        if (!errors.hasErrors()
                && PlanProblems.accepted(() -> plans.change(caseId, id, form.goal(), version, viewer), errors)) {
            after.addFlashAttribute("flash", Flash.done("plan.goal.changed"));
            return "redirect:" + head.path() + "/plan";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, goal, form, viewer, model);
    }

    private String show(CaseHead head, @Nullable Goal goal, GoalForm form, Viewer viewer, Model model) {
        CaseId caseId = head.file().id();
        GoalId parent = goal == null ? parent(form) : goal.parent();
        model.addAttribute("head", head);
        model.addAttribute("goal", goal);
        model.addAttribute("parent", parent == null ? null : plans.goal(caseId, parent, viewer));
        model.addAttribute("today", LocalDate.now(clock));
        return "casework/goal";
    }

    private static void requireWrite(CaseHead head) {
        if (!head.mayWrite()) {
            throw new NotAllowed("change the plan");
        }
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/goals/{id}/value")
    String measured(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @RequestParam(required = false) @Nullable String value,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam long version,
            Viewer viewer,
            RedirectAttributes after) {
        CaseHead head = heads.of(reference, viewer);
        String page = head.path() + "/plan/goals/" + id;
        BigDecimal number = Entered.number(value);
        if (number == null) {
            plans.goal(head.file().id(), id, viewer);
            after.addFlashAttribute("flash", Flash.failed("plan.problem.number"));
            return "redirect:" + page;
        }
        if (on != null && Entered.day(on) == null) {
            plans.goal(head.file().id(), id, viewer);
            after.addFlashAttribute("flash", Flash.failed("plan.problem.on"));
            return "redirect:" + page;
        }
        return moved(
                page,
                "plan.goal.measured",
                after,
                () -> plans.measured(head.file().id(), id, number, Entered.day(on), version, viewer));
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/goals/{id}/assess")
    String assess(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @RequestParam int attained,
            @RequestParam(required = false) @Nullable String explanation,
            @RequestParam long version,
            Viewer viewer,
            RedirectAttributes after) {
        CaseHead head = heads.of(reference, viewer);
        return moved(
                head.path() + "/plan/goals/" + id,
                "plan.goal.assessed",
                after,
                () -> plans.assess(head.file().id(), id, attained, explanation, version, viewer));
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/goals/{id}/give-up")
    String giveUp(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @RequestParam(required = false) @Nullable String explanation,
            @RequestParam long version,
            Viewer viewer,
            RedirectAttributes after) {
        CaseHead head = heads.of(reference, viewer);
        return moved(
                head.path() + "/plan/goals/" + id,
                "plan.goal.givenUp",
                after,
                () -> plans.giveUp(head.file().id(), id, explanation, version, viewer));
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/plan/goals/{id}/reopen")
    String reopen(
            @PathVariable String reference,
            @PathVariable GoalId id,
            @RequestParam long version,
            Viewer viewer,
            RedirectAttributes after) {
        CaseHead head = heads.of(reference, viewer);
        return moved(
                head.path() + "/plan/goals/" + id,
                "plan.goal.reopened",
                after,
                () -> plans.reopen(head.file().id(), id, version, viewer));
    }

    private static String moved(String page, String done, RedirectAttributes after, Supplier<Goal> change) {
        try {
            Goal now = change.get();
            Flash flash = Flash.done(done);
            Map<String, String> known = Map.of("version", Long.toString(now.version()));
            after.addFlashAttribute("flash", now.open() ? flash : flash.undoneBy(page + "/reopen", known));
        } catch (Conflict problem) {
            after.addFlashAttribute(
                    "flash", Flash.failed(problem.stale() ? "plan.problem.stale" : "plan.problem.state"));
        } catch (InvalidInput problem) {
            after.addFlashAttribute("flash", Flash.failed("plan.problem." + problem.field()));
        }
        return "redirect:" + page;
    }
}
