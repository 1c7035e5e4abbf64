package io.liasse.caseapi.casework.cost;

import io.liasse.caseapi.cases.CaseHead;
import io.liasse.caseapi.cases.CaseHeads;
import io.liasse.caseapi.cases.CaseNaming;
import io.liasse.caseapi.cases.OfferedDocuments;
import io.liasse.caseapi.web.Entered;
import io.liasse.caseapi.web.Flash;
import io.liasse.caseapi.web.Forms;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.cost.CostEntry;
import io.liasse.store.cost.CostEntryId;
import io.liasse.store.cost.Costs;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/** Time and costs of a case: said, changed, taken out and put back, beside what it comes to and may cost. */
@Controller
final class CostPages {
    private static final Set<String> FIELDS = Set.of("what", "spentOn", "perHour", "amount", "document");

    private final CaseHeads heads;
    private final CaseNaming naming;
    private final Costs costs;
    private final OfferedDocuments offered;
    private final Clock clock;

    CostPages(CaseHeads heads, CaseNaming naming, Costs costs, OfferedDocuments offered, Clock clock) {
        this.heads = heads;
        this.naming = naming;
        this.costs = costs;
        this.offered = offered;
        this.clock = clock;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/costs")
    String ofCase(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer,
            Model model) {
        String rate = costs.rate().map(BigDecimal::toPlainString).orElse(null);
        model.addAttribute("form", new CostForm(null, LocalDate.now(clock).toString(), null, rate, null, null, null));
        return show(heads.of(reference, viewer), null, cursor, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/costs")
    String add(
            @PathVariable String reference,
            @ModelAttribute("form") @Nullable CostForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        CostForm form = Forms.readable(entered);
        CaseHead head = writable(reference, viewer);
        form.check(errors);
        if (!errors.hasErrors()
                && accepted(() -> costs.add(head.file().id(), form.entry(LocalDate.now(clock)), viewer), errors)) {
            after.addFlashAttribute("flash", Flash.done("cost.added"));
            return "redirect:" + head.path() + "/costs";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, null, null, viewer, model);
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/costs/{id}")
    String one(@PathVariable String reference, @PathVariable CostEntryId id, Viewer viewer, Model model) {
        CaseHead head = heads.of(reference, viewer);
        CostEntry entry = costs.get(head.file().id(), id, viewer);
        model.addAttribute("form", CostForm.of(entry));
        return show(head, entry, null, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/costs/{id}")
    String change(
            @PathVariable String reference,
            @PathVariable CostEntryId id,
            @ModelAttribute("form") @Nullable CostForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        CostForm form = Forms.readable(entered);
        CaseHead head = writable(reference, viewer);
        CaseId caseId = head.file().id();
        CostEntry known = costs.get(caseId, id, viewer);
        long version = Objects.requireNonNullElse(form.version(), known.version());
        form.check(errors);
        if (!errors.hasErrors()
                && accepted(
                        () -> costs.change(caseId, id, form.entry(LocalDate.now(clock)), version, viewer), errors)) {
            after.addFlashAttribute("flash", Flash.done("cost.changed"));
            return "redirect:" + head.path() + "/costs";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, known, null, viewer, model);
    }

    private static boolean accepted(Runnable store, BindingResult errors) {
        try {
            store.run();
            return true;
        } catch (InvalidInput problem) {
            if (problem.field().equals("minutes")) {
                errors.rejectValue("time", "cost.problem.minutes");
            } else {
                String field = FIELDS.contains(problem.field()) ? problem.field() : "what";
                errors.rejectValue(field, "cost.problem." + field);
            }
        } catch (Conflict problem) {
            errors.reject(problem.stale() ? "cost.problem.stale" : "cost.problem.state");
        }
        return false;
    }

    private CaseHead writable(String reference, Viewer viewer) {
        CaseHead head = heads.of(reference, viewer);
        if (!head.mayWrite()) {
            throw new NotAllowed("change the costs of the case");
        }
        return head;
    }

    private String show(CaseHead head, @Nullable CostEntry entry, @Nullable String cursor, Viewer viewer, Model model) {
        CaseId caseId = head.file().id();
        Page<CostEntry> page = costs.page(caseId, viewer, new PageRequest(PageRequest.USUAL, cursor));
        model.addAttribute("head", head);
        model.addAttribute("entry", entry);
        model.addAttribute("entries", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("totals", costs.totals(caseId, viewer));
        model.addAttribute("offered", offered.of(caseId, viewer));
        return "casework/costs";
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/costs/budget")
    String budget(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String budget,
            Viewer viewer,
            RedirectAttributes after) {
        CaseId caseId = writable(reference, viewer).file().id();
        BigDecimal sum = Entered.number(budget);
        if (budget != null && sum == null) {
            after.addFlashAttribute("flash", Flash.failed("cost.problem.amount"));
            return page(reference);
        }
        return moved(reference, after, () -> {
            costs.budget(caseId, sum, viewer);
            return Flash.done("cost.budget.set");
        });
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/costs/{id}/remove")
    String remove(
            @PathVariable String reference,
            @PathVariable CostEntryId id,
            @RequestParam long version,
            Viewer viewer,
            RedirectAttributes after) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return moved(reference, after, () -> {
            CostEntry now = costs.remove(caseId, id, version, viewer);
            return Flash.done("cost.removed")
                    .undoneBy(
                            "/cases/" + reference + "/costs/" + id + "/restore",
                            Map.of("version", Long.toString(now.version())));
        });
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/costs/{id}/restore")
    String restore(
            @PathVariable String reference,
            @PathVariable CostEntryId id,
            @RequestParam long version,
            Viewer viewer,
            RedirectAttributes after) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return moved(reference, after, () -> {
            costs.restore(caseId, id, version, viewer);
            return Flash.done("cost.restored");
        });
    }

    private static String moved(String reference, RedirectAttributes after, Supplier<Flash> change) {
        try {
            after.addFlashAttribute("flash", change.get());
        } catch (Conflict problem) {
            after.addFlashAttribute(
                    "flash", Flash.failed(problem.stale() ? "cost.problem.stale" : "cost.problem.state"));
        } catch (InvalidInput problem) {
            after.addFlashAttribute("flash", Flash.failed("cost.problem.amount"));
        }
        return page(reference);
    }

    private static String page(String reference) {
        return "redirect:/cases/" + reference + "/costs";
    }
}
