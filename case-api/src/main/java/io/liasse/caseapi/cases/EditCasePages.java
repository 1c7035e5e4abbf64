package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Flash;
import io.liasse.caseapi.web.Forms;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseState;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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

/** Changes title, phase, manager and seal of a case, closes and reopens it. */
@Controller
final class EditCasePages {
    private final CaseHeads heads;
    private final CaseFiles cases;
    private final CaseNaming naming;
    private final UserNames names;

    EditCasePages(CaseHeads heads, CaseFiles cases, CaseNaming naming, UserNames names) {
        this.heads = heads;
        this.cases = cases;
        this.naming = naming;
        this.names = names;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/edit")
    String form(@PathVariable String reference, Viewer viewer, Model model) {
        CaseHead head = changeable(reference, viewer);
        model.addAttribute(
                "form", EditCaseForm.of(head.file(), names.username(head.file().manager())));
        return show(head, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/edit")
    String change(
            @PathVariable String reference,
            @ModelAttribute("form") @Nullable EditCaseForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        EditCaseForm form = Forms.readable(entered);
        CaseHead head = changeable(reference, viewer);
        form.check(heads.phases(head.file().type()), errors);
        if (!errors.hasErrors() && changed(head, form, viewer, errors)) {
            after.addFlashAttribute("flash", Flash.done("cases.changed"));
            return "redirect:" + head.path();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/close")
    String close(@PathVariable String reference, @RequestParam long version, Viewer viewer, RedirectAttributes after) {
        CaseFile closed = become(CaseState.CLOSED, reference, version, viewer);
        after.addFlashAttribute(
                "flash",
                Flash.done("cases.closed")
                        .undoneBy(
                                "/cases/" + reference + "/reopen", Map.of("version", Long.toString(closed.version()))));
        return "redirect:/cases/" + reference;
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/reopen")
    String reopen(@PathVariable String reference, @RequestParam long version, Viewer viewer, RedirectAttributes after) {
        become(CaseState.OPEN, reference, version, viewer);
        after.addFlashAttribute("flash", Flash.done("cases.reopened"));
        return "redirect:/cases/" + reference;
    }

    private CaseHead changeable(String reference, Viewer viewer) {
        CaseHead head = heads.of(reference, viewer);
        if (!head.mayWrite()) {
            throw new NotAllowed("change the case");
        }
        return head;
    }

    private CaseFile become(CaseState state, String reference, long version, Viewer viewer) {
        CaseFile file = naming.caseNamed(reference, viewer);
        return cases.change(file.id(), new CaseChange(null, null, state, null, null), version, viewer);
    }

    private boolean changed(CaseHead head, EditCaseForm form, Viewer viewer, BindingResult errors) {
        try {
            UserId manager = naming.managerNamed(form.manager(), viewer);
            cases.change(head.file().id(), form.change(head.file(), manager), form.knownVersion(), viewer);
            return true;
        } catch (InvalidInput problem) {
            Problems.reject(problem, errors);
        } catch (Conflict problem) {
            errors.reject(problem.stale() ? "cases.problem.stale" : "cases.problem.state");
        }
        return false;
    }

    private String show(CaseHead head, Model model) {
        model.addAttribute("head", head);
        model.addAttribute("phases", heads.phases(head.file().type()));
        return "cases/edit";
    }
}
