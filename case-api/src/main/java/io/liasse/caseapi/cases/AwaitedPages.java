package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Flash;
import io.liasse.caseapi.web.Forms;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.awaited.Awaited;
import io.liasse.store.awaited.AwaitedDocuments;
import io.liasse.store.awaited.AwaitedId;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.document.Documents;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** What a case waits for: notes more, says what arrived or is given up, and takes that back. */
@Controller
final class AwaitedPages {
    /** Offered as the document that arrived, the latest first. */
    private static final int OFFERED = 50;

    private final CaseHeads heads;
    private final CaseNaming naming;
    private final CaseOpening opening;
    private final AwaitedDocuments awaited;
    private final Documents documents;
    private final DocumentTypes types;
    private final PartyChoices parties;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    AwaitedPages(
            CaseHeads heads,
            CaseNaming naming,
            CaseOpening opening,
            AwaitedDocuments awaited,
            Documents documents,
            DocumentTypes types,
            PartyChoices parties,
            Clock clock) {
        this.heads = heads;
        this.naming = naming;
        this.opening = opening;
        this.awaited = awaited;
        this.documents = documents;
        this.types = types;
        this.parties = parties;
        this.clock = clock;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/awaited")
    String list(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String arrived,
            @ModelAttribute("form") AwaitedForm form,
            Viewer viewer,
            Model model) {
        model.addAttribute("arrived", arrived);
        return show(heads.of(reference, viewer), form, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/awaited")
    String add(
            @PathVariable String reference,
            @ModelAttribute("form") @Nullable AwaitedForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        AwaitedForm form = Forms.readable(entered);
        CaseHead head = heads.of(reference, viewer);
        if (!head.mayWrite()) {
            throw new NotAllowed("change what the case waits for");
        }
        form.check(errors);
        if (!errors.hasErrors() && added(head, form, viewer, errors)) {
            after.addFlashAttribute("flash", Flash.done("cases.awaited.added"));
            return "redirect:" + head.path() + "/awaited";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, form, viewer, model);
    }

    private boolean added(CaseHead head, AwaitedForm form, Viewer viewer, BindingResult errors) {
        try {
            opening.await(head.file().id(), form, viewer);
            return true;
        } catch (InvalidInput problem) {
            Problems.reject(problem, errors);
        } catch (Conflict problem) {
            errors.reject("cases.problem.state");
        }
        return false;
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/awaited/{id}/arrived")
    String arrived(
            @PathVariable String reference,
            @PathVariable AwaitedId id,
            @RequestParam DocumentId document,
            @RequestParam long version,
            Viewer viewer,
            RedirectAttributes after) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return moved(
                reference,
                "cases.awaited.arrivedNow",
                after,
                () -> awaited.arrived(caseId, id, document, version, viewer));
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/awaited/{id}/give-up")
    String giveUp(
            @PathVariable String reference,
            @PathVariable AwaitedId id,
            @RequestParam long version,
            Viewer viewer,
            RedirectAttributes after) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return moved(reference, "cases.awaited.givenUpNow", after, () -> awaited.giveUp(caseId, id, version, viewer));
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/awaited/{id}/open")
    String open(
            @PathVariable String reference,
            @PathVariable AwaitedId id,
            @RequestParam long version,
            Viewer viewer,
            RedirectAttributes after) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return moved(reference, "cases.awaited.openNow", after, () -> awaited.open(caseId, id, version, viewer));
    }

    private static String moved(String reference, String done, RedirectAttributes after, Supplier<Awaited> change) {
        String page = "/cases/" + reference + "/awaited";
        try {
            Awaited now = change.get();
            Flash flash = Flash.done(done);
            Map<String, String> known = Map.of("version", Long.toString(now.version()));
            after.addFlashAttribute(
                    "flash", now.open() ? flash : flash.undoneBy(page + "/" + now.id() + "/open", known));
        } catch (Conflict problem) {
            after.addFlashAttribute(
                    "flash", Flash.failed(problem.stale() ? "cases.awaited.stale" : "cases.problem.state"));
        } catch (InvalidInput problem) {
            after.addFlashAttribute("flash", Flash.failed("cases.awaited.notHere"));
        }
        return "redirect:" + page;
    }

    private String show(CaseHead head, AwaitedForm form, Viewer viewer, Model model) {
        List<Awaited> all = awaited.of(head.file().id(), viewer);
        model.addAttribute("head", head);
        model.addAttribute("open", all.stream().filter(Awaited::open).toList());
        model.addAttribute("past", all.stream().filter(each -> !each.open()).toList());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("types", types.all());
        model.addAttribute("matching", parties.matching(form.chosen(), viewer));
        model.addAttribute("offered", model.getAttribute("arrived") == null ? List.of() : offered(head, viewer));
        return "cases/awaited";
    }

    private List<Document> offered(CaseHead head, Viewer viewer) {
        return documents.page(DocumentQuery.of(head.file().id()), viewer, PageRequest.first(OFFERED)).items().stream()
                .filter(each -> each.state() == DocumentState.FILED)
                .toList();
    }
}
