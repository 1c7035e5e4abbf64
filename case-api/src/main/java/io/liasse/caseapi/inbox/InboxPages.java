package io.liasse.caseapi.inbox;

import io.liasse.caseapi.cases.OpenCaseForm;
import io.liasse.caseapi.cases.PartyChoices;
import io.liasse.caseapi.documents.CaseChoices;
import io.liasse.caseapi.web.Flash;
import io.liasse.routes.DocumentIntake;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseTypes;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.document.NotOurs;
import io.liasse.store.document.PageEdits;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inbox: a list of waiting documents, the page of the chosen one, and the form that files it. */
@Controller
final class InboxPages {
    private final Inbox inbox;
    private final Decisions decisions;
    private final DocumentIntake intake;
    private final CaseChoices choices;
    private final PartyChoices parties;
    private final DocumentTypes documentTypes;
    private final CaseTypes caseTypes;
    private final PageEdits edits;

    InboxPages(
            Inbox inbox,
            Decisions decisions,
            DocumentIntake intake,
            CaseChoices choices,
            PartyChoices parties,
            DocumentTypes documentTypes,
            CaseTypes caseTypes,
            PageEdits edits) {
        this.inbox = inbox;
        this.decisions = decisions;
        this.intake = intake;
        this.choices = choices;
        this.parties = parties;
        this.documentTypes = documentTypes;
        this.caseTypes = caseTypes;
        this.edits = edits;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/inbox")
    String show(
            @RequestParam(required = false) @Nullable DocumentId document,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String looked,
            @RequestParam(required = false) @Nullable String show,
            Viewer viewer,
            Model model) {
        InboxList list = inbox.list(InboxFilter.of(show), cursor, viewer);
        DocumentId chosen = document == null ? inbox.free(list, viewer) : document;
        model.addAttribute("list", list);
        model.addAttribute("picked", document != null);
        if (chosen != null) {
            addDetail(chosen, list, viewer, model);
            model.addAttribute("looked", looked);
            model.addAttribute("options", choices.matching(looked, viewer));
        }
        return "inbox/inbox";
    }

    private void addDetail(DocumentId chosen, InboxList list, Viewer viewer, Model model) {
        InboxDetail detail = inbox.detail(chosen, viewer);
        model.addAttribute("detail", detail);
        addNewCase(chosen, detail, viewer, model);
        model.addAttribute("edited", edits.edited(chosen));
        model.addAttribute("previous", list.before(chosen));
        model.addAttribute("following", list.after(chosen));
        model.addAttribute("ahead", inbox.pictured(list.after(chosen)));
        model.addAttribute("documentTypes", documentTypes.all());
        model.addAttribute("caseTypes", caseTypes.all());
        model.addAttribute("notOursReasons", NotOurs.values());
    }

    /** What was typed before a refusal, or else what the document itself says. */
    private void addNewCase(DocumentId chosen, InboxDetail detail, Viewer viewer, Model model) {
        if (!(model.getAttribute("typed") instanceof FilingForm typed
                && chosen.equals(model.getAttribute("typedFor")))) {
            model.addAttribute("typed", null);
            addForm(NewCaseDraft.of(detail.document(), detail.fields()), viewer, model);
            return;
        }
        addForm(new OpenCaseForm(typed.newCaseType(), typed.newCaseTitle(), typed.party(), null, null), viewer, model);
    }

    private void addForm(OpenCaseForm form, Viewer viewer, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
        model.addAttribute("matching", parties.matching(form.client(), viewer));
        model.addAttribute("duplicates", parties.duplicates(form.client(), viewer));
        model.addAttribute("choosable", true);
    }

    @PostMapping("/inbox/{id}/file")
    String file(@PathVariable DocumentId id, @ModelAttribute FilingForm form, Viewer viewer, RedirectAttributes after) {
        return decide(id, form, after, () -> filed(decisions.file(id, form, viewer), form, viewer, after));
    }

    @PostMapping("/inbox/{id}/new-case")
    String fileIntoNewCase(
            @PathVariable DocumentId id, @ModelAttribute FilingForm form, Viewer viewer, RedirectAttributes after) {
        String answer =
                decide(id, form, after, () -> filed(decisions.fileIntoNewCase(id, form, viewer), form, viewer, after));
        if (after.getFlashAttributes().containsKey("typed")) {
            after.addFlashAttribute("newCaseWanted", true);
        }
        return answer;
    }

    @PostMapping("/inbox/{id}/retry")
    String retry(
            @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable String password,
            @ModelAttribute FilingForm form,
            Viewer viewer,
            RedirectAttributes after) {
        return decide(id, form, after, () -> {
            Document again = intake.retry(id, password, viewer);
            after.addFlashAttribute("flash", Flash.notice("inbox.retried", again.title()));
            return backTo(inbox.next(form.next(), viewer), form, after);
        });
    }

    /** Looks another case up for those without scripts; with them the list below the field fills by itself. */
    @PostMapping("/inbox/{id}/look")
    String look(@PathVariable DocumentId id, @ModelAttribute FilingForm form, RedirectAttributes after) {
        after.addAttribute("looked", form.looked());
        return backTo(id, form, after);
    }

    private String filed(Document document, FilingForm form, Viewer viewer, RedirectAttributes after) {
        after.addFlashAttribute("filed", document);
        return backTo(inbox.next(form.next(), viewer), form, after);
    }

    /** A refusal that a clerk can do something about comes back to the same document with its text. */
    private String decide(DocumentId id, FilingForm form, RedirectAttributes after, Supplier<String> decision) {
        try {
            return decision.get();
        } catch (Conflict problem) {
            return refused(id, form, after, problem.stale() ? "stale" : "state");
        } catch (NotAllowed problem) {
            return refused(id, form, after, "not-allowed");
        } catch (NotFound problem) {
            return refused(id, form, after, "not-found");
        } catch (InvalidInput problem) {
            return refused(id, form, after, problemOf(problem.field()));
        }
    }

    private static String problemOf(String field) {
        return switch (field) {
            case "case" -> "no-case";
            case "name" -> "name";
            default -> "input";
        };
    }

    private String refused(DocumentId id, FilingForm form, RedirectAttributes after, String problem) {
        after.addFlashAttribute("flash", Flash.failed("filing.problem." + problem));
        after.addFlashAttribute("typed", form);
        after.addFlashAttribute("typedFor", id);
        return backTo(id, form, after);
    }

    private String backTo(@Nullable DocumentId id, FilingForm form, RedirectAttributes after) {
        if (id != null) {
            after.addAttribute("document", id.toString());
        }
        if (form.cursor() != null && id != null) {
            after.addAttribute("cursor", form.cursor());
        }
        if (InboxFilter.of(form.show()) != InboxFilter.ALL) {
            after.addAttribute("show", form.show());
        }
        return "redirect:/inbox";
    }
}
