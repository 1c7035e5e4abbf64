package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Flash;
import io.liasse.caseapi.web.Forms;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseTypes;
import io.liasse.store.casefile.CaseTypes.CaseType;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens a case: what it is about, for whom, and whether that person is known already. */
@Controller
final class OpenCasePages {
    private final CaseOpening opening;
    private final CaseTypes types;
    private final PartyChoices parties;
    private final Users users;
    private final AccessPolicy policy;

    OpenCasePages(CaseOpening opening, CaseTypes types, PartyChoices parties, Users users, AccessPolicy policy) {
        this.opening = opening;
        this.types = types;
        this.parties = parties;
        this.users = users;
        this.policy = policy;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    /** The form; looking for a party without scripts comes here too, with what was entered. */
    @GetMapping("/cases/new")
    String form(@ModelAttribute("form") OpenCaseForm entered, Viewer viewer, Model model) {
        requireMayOpen(viewer);
        OpenCaseForm form = entered.title() == null && entered.client().equals(PartyChoice.NONE)
                ? OpenCaseForm.empty(
                        users.find(viewer.user()).map(User::username).orElse(""))
                : entered;
        model.addAttribute("form", form);
        return show(form, viewer, model);
    }

    @PostMapping("/cases/new")
    String open(
            @ModelAttribute("form") @Nullable OpenCaseForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        requireMayOpen(viewer);
        OpenCaseForm form = Forms.readable(entered);
        form.check(types.all(), errors);
        if (!errors.hasErrors()) {
            try {
                CaseFile opened = opening.open(form, viewer);
                after.addFlashAttribute(
                        "flash", Flash.done("cases.opened", opened.reference().toString()));
                return "redirect:/cases/" + opened.reference();
            } catch (InvalidInput problem) {
                Problems.reject(problem, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(form, viewer, model);
    }

    /** Radio buttons of the parties looked for. */
    @GetMapping("/fragments/parties")
    String matching(@ModelAttribute("form") OpenCaseForm form, Viewer viewer, Model model) {
        model.addAttribute("matching", parties.matching(form.client(), viewer));
        return "cases/parts :: partyOptions";
    }

    /** Who may be the same person, beside the form. */
    @GetMapping("/fragments/duplicates")
    String duplicates(@ModelAttribute("form") OpenCaseForm form, Viewer viewer, Model model) {
        model.addAttribute("duplicates", parties.duplicates(form.client(), viewer));
        return "cases/parts :: duplicates";
    }

    private void requireMayOpen(Viewer viewer) {
        if (!policy.mayOpenCases(viewer)) {
            throw new NotAllowed("open cases");
        }
    }

    private String show(OpenCaseForm form, Viewer viewer, Model model) {
        model.addAttribute("types", types.all().stream().map(CaseType::key).toList());
        model.addAttribute("matching", parties.matching(form.client(), viewer));
        model.addAttribute("duplicates", parties.duplicates(form.client(), viewer));
        return "cases/new";
    }
}
