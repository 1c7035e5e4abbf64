package io.liasse.caseapi.casework.consent;

import io.liasse.caseapi.cases.CaseHead;
import io.liasse.caseapi.cases.CaseHeads;
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
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.Participant;
import io.liasse.store.consent.Consent;
import io.liasse.store.consent.ConsentForm;
import io.liasse.store.consent.ConsentId;
import io.liasse.store.consent.Consents;
import io.liasse.store.consent.DataCategory;
import io.liasse.store.consent.Disclosure;
import io.liasse.store.consent.Disclosures;
import io.liasse.store.consent.Way;
import io.liasse.store.party.PartyId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
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

/** What people consent to in a case, withdrawn and back; who was told what, and whom to tell of a withdrawal. */
@Controller
final class ConsentPages {
    private static final Set<String> OF_CONSENT =
            Set.of("from", "purpose", "recipients", "validFrom", "validUntil", "document");
    private static final Set<String> OF_DISCLOSURE = Set.of("to", "what", "on", "basis", "document");

    private final CaseHeads heads;
    private final CaseFiles cases;
    private final Consents consents;
    private final Disclosures disclosures;
    private final OfferedDocuments offered;
    private final Clock clock;

    ConsentPages(
            CaseHeads heads,
            CaseFiles cases,
            Consents consents,
            Disclosures disclosures,
            OfferedDocuments offered,
            Clock clock) {
        this.heads = heads;
        this.cases = cases;
        this.consents = consents;
        this.disclosures = disclosures;
        this.offered = offered;
        this.clock = clock;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/consents")
    String list(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable ConsentId withdraw,
            Viewer viewer,
            Model model) {
        model.addAttribute("withdraw", withdraw);
        return show(heads.of(reference, viewer), cursor, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/consents")
    String add(
            @PathVariable String reference,
            @ModelAttribute("consent") @Nullable ConsentEntry entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        ConsentEntry entry = Forms.readable(entered);
        CaseHead head = writable(reference, viewer);
        entry.check(errors);
        if (!errors.hasErrors()
                && accepted(() -> consents.add(head.file().id(), entry.consent(), viewer), errors, OF_CONSENT)) {
            after.addFlashAttribute("flash", Flash.done("consent.added"));
            return "redirect:" + head.path() + "/consents";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, null, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/disclosures")
    String tell(
            @PathVariable String reference,
            @ModelAttribute("disclosure") @Nullable DisclosureEntry entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        DisclosureEntry entry = Forms.readable(entered);
        CaseHead head = writable(reference, viewer);
        entry.check(errors);
        if (!errors.hasErrors()
                && accepted(
                        () -> disclosures.add(head.file().id(), entry.disclosure(), viewer), errors, OF_DISCLOSURE)) {
            after.addFlashAttribute("flash", Flash.done("consent.told.added"));
            return "redirect:" + head.path() + "/consents";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, null, viewer, model);
    }

    private static boolean accepted(Runnable store, BindingResult errors, Set<String> fields) {
        try {
            store.run();
            return true;
        } catch (InvalidInput problem) {
            if (fields.contains(problem.field())) {
                errors.rejectValue(problem.field(), "consent.problem." + problem.field());
            } else {
                errors.reject("cases.problem.invalid");
            }
        } catch (Conflict problem) {
            errors.reject("cases.problem.state");
        }
        return false;
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/consents/{id}/withdraw")
    String withdraw(
            @PathVariable String reference,
            @PathVariable ConsentId id,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String why,
            Viewer viewer,
            RedirectAttributes after) {
        CaseHead head = writable(reference, viewer);
        LocalDate day = on == null ? today() : Entered.day(on);
        if (day == null) {
            after.addFlashAttribute("flash", Flash.failed("consent.problem.on"));
            return "redirect:" + head.path() + "/consents";
        }
        return moved(head, after, () -> {
            Consent now = consents.withdraw(head.file().id(), id, day, why, version, viewer);
            return Flash.done("consent.withdrawn")
                    .undoneBy(
                            head.path() + "/consents/" + id + "/restore",
                            Map.of("version", Long.toString(now.version())));
        });
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/consents/{id}/restore")
    String restore(
            @PathVariable String reference,
            @PathVariable ConsentId id,
            @RequestParam long version,
            Viewer viewer,
            RedirectAttributes after) {
        CaseHead head = writable(reference, viewer);
        return moved(head, after, () -> {
            consents.takeBack(head.file().id(), id, version, viewer);
            return Flash.done("consent.restored");
        });
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/consents/{id}/told")
    String told(
            @PathVariable String reference,
            @PathVariable ConsentId id,
            @RequestParam PartyId recipient,
            Viewer viewer,
            RedirectAttributes after) {
        CaseHead head = writable(reference, viewer);
        return moved(head, after, () -> {
            consents.told(head.file().id(), id, recipient, today(), viewer);
            return Flash.done("consent.told.done");
        });
    }

    private static String moved(CaseHead head, RedirectAttributes after, Supplier<Flash> change) {
        try {
            after.addFlashAttribute("flash", change.get());
        } catch (Conflict problem) {
            after.addFlashAttribute(
                    "flash", Flash.failed(problem.stale() ? "consent.problem.stale" : "cases.problem.state"));
        } catch (InvalidInput problem) {
            after.addFlashAttribute("flash", Flash.failed("consent.problem.on"));
        }
        return "redirect:" + head.path() + "/consents";
    }

    private CaseHead writable(String reference, Viewer viewer) {
        CaseHead head = heads.of(reference, viewer);
        if (!head.mayWrite()) {
            throw new NotAllowed("change the consents of the case");
        }
        return head;
    }

    private String show(CaseHead head, @Nullable String cursor, Viewer viewer, Model model) {
        CaseId caseId = head.file().id();
        Page<Disclosure> told = disclosures.page(caseId, viewer, new PageRequest(PageRequest.USUAL, cursor));
        if (!model.containsAttribute("consent")) {
            model.addAttribute("consent", ConsentEntry.empty(today()));
        }
        if (!model.containsAttribute("disclosure")) {
            model.addAttribute("disclosure", DisclosureEntry.empty(today()));
        }
        model.addAttribute("head", head);
        model.addAttribute("today", today());
        model.addAttribute("consents", consents.of(caseId, viewer));
        model.addAttribute("told", told.items());
        model.addAttribute("next", told.next());
        model.addAttribute(
                "people",
                cases.participants(caseId, viewer).stream()
                        .filter(Participant::present)
                        .map(Participant::party)
                        .distinct()
                        .toList());
        model.addAttribute("categories", DataCategory.values());
        model.addAttribute("forms", ConsentForm.values());
        model.addAttribute("ways", Way.values());
        model.addAttribute("offered", offered.of(caseId, viewer));
        return "casework/consents";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
