package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Flash;
import io.liasse.caseapi.web.Forms;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.casefile.Participant;
import io.liasse.store.party.PartyId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** Who takes part in a case: adds participants and ends their part; an ended part can be taken up again. */
@Controller
final class ParticipantPages {
    private final CaseHeads heads;
    private final CaseFiles cases;
    private final CaseNaming naming;
    private final CaseOpening opening;
    private final PartyChoices parties;

    ParticipantPages(CaseHeads heads, CaseFiles cases, CaseNaming naming, CaseOpening opening, PartyChoices parties) {
        this.heads = heads;
        this.cases = cases;
        this.naming = naming;
        this.opening = opening;
        this.parties = parties;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/participants")
    String list(
            @PathVariable String reference, @ModelAttribute("form") ParticipantForm form, Viewer viewer, Model model) {
        return show(heads.of(reference, viewer), form, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/participants")
    String add(
            @PathVariable String reference,
            @ModelAttribute("form") @Nullable ParticipantForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        ParticipantForm form = Forms.readable(entered);
        CaseHead head = heads.of(reference, viewer);
        if (!head.mayWrite()) {
            throw new NotAllowed("add participants");
        }
        form.check(errors);
        if (!errors.hasErrors() && added(head, form, viewer, errors)) {
            after.addFlashAttribute("flash", Flash.done("cases.participants.added"));
            return "redirect:" + head.path() + "/participants";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, form, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/participants/end")
    String end(
            @PathVariable String reference,
            @RequestParam PartyId party,
            @RequestParam String role,
            Viewer viewer,
            RedirectAttributes after) {
        CaseFile file = naming.caseNamed(reference, viewer);
        cases.endParticipant(file.id(), party, role, viewer);
        after.addFlashAttribute(
                "flash",
                Flash.done("cases.participants.ended")
                        .undoneBy(
                                "/cases/" + reference + "/participants/again",
                                Map.of("party", party.toString(), "role", role)));
        return "redirect:/cases/" + reference + "/participants";
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/participants/again")
    String again(
            @PathVariable String reference,
            @RequestParam PartyId party,
            @RequestParam String role,
            Viewer viewer,
            RedirectAttributes after) {
        CaseFile file = naming.caseNamed(reference, viewer);
        cases.addParticipant(file.id(), new NewParticipant(party, role), viewer);
        after.addFlashAttribute("flash", Flash.done("cases.participants.added"));
        return "redirect:/cases/" + reference + "/participants";
    }

    private boolean added(CaseHead head, ParticipantForm form, Viewer viewer, BindingResult errors) {
        try {
            opening.add(head.file().id(), form.chosen(), String.valueOf(form.role()), viewer);
            return true;
        } catch (InvalidInput problem) {
            Problems.reject(problem, errors);
        } catch (Conflict problem) {
            errors.reject("cases.problem.state");
        }
        return false;
    }

    private String show(CaseHead head, ParticipantForm form, Viewer viewer, Model model) {
        List<Participant> all = cases.participants(head.file().id(), viewer);
        model.addAttribute("head", head);
        model.addAttribute("present", all.stream().filter(Participant::present).toList());
        model.addAttribute(
                "past", all.stream().filter(each -> each.until() != null).toList());
        model.addAttribute("roles", ParticipantForm.ROLES);
        model.addAttribute("matching", parties.matching(form.chosen(), viewer));
        return "cases/participants";
    }
}
