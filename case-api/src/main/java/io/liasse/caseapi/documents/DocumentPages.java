package io.liasse.caseapi.documents;

import io.liasse.caseapi.web.Flash;
import io.liasse.routes.DocumentIntake;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Corrections;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.document.Documents;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.PageText;
import io.liasse.store.tag.Marks;
import io.liasse.store.tag.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one document: its content in the viewer, what is known about it, and the form that files it again. */
@Controller
final class DocumentPages {
    /** Why the text of a page comes from where it does: keys that have a text {@code viewer.because.<key>}. */
    static final Set<String> BECAUSE = Set.of(
            "good-layer",
            "empty-page",
            "text-file",
            "picture",
            "no-layer",
            "letters-without-text",
            "header-over-scan",
            "partial-layer",
            "garbled-layer",
            "blank-page",
            "failed");

    private final DocumentViews views;
    private final Documents documents;
    private final Corrections corrections;
    private final CaseFiles cases;
    private final DocumentIntake intake;
    private final DocumentTypes types;
    private final CaseChoices choices;
    private final Tags tags;
    private final Marks marks;

    DocumentPages(
            DocumentViews views,
            Documents documents,
            Corrections corrections,
            CaseFiles cases,
            DocumentIntake intake,
            DocumentTypes types,
            CaseChoices choices,
            Tags tags,
            Marks marks) {
        this.views = views;
        this.documents = documents;
        this.corrections = corrections;
        this.cases = cases;
        this.intake = intake;
        this.types = types;
        this.choices = choices;
        this.tags = tags;
        this.marks = marks;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    /** {@code q} is a query whose words are marked, {@code mark} words already found. */
    @GetMapping("/documents/{id}")
    String show(
            @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String mark,
            @RequestParam(required = false) @Nullable String looked,
            Viewer viewer,
            Model model) {
        model.addAttribute("view", views.of(id, viewer));
        model.addAttribute("words", MarkedWords.of(q, mark));
        model.addAttribute("tags", tags.of(id));
        model.addAttribute("mark", marks.of(id, viewer));
        model.addAttribute("corrected", corrections.correctedPages(id));
        model.addAttribute("q", q);
        model.addAttribute("types", types.all());
        model.addAttribute("looked", looked);
        model.addAttribute("options", choices.matching(looked, viewer));
        return "viewer/viewer";
    }

    /** One page of the text, beside its picture; {@code as} is {@code read} for the text as it was read. */
    @GetMapping("/documents/{id}/text")
    String text(
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String as,
            Viewer viewer,
            Model model) {
        DocumentView view = views.of(id, viewer);
        List<PageText> pages = documents.pages(id);
        PageText shown = pages.stream()
                .filter(each -> each.page() == page)
                .findFirst()
                .orElse(pages.isEmpty() ? null : pages.getFirst());
        model.addAttribute("view", view);
        model.addAttribute("page", shown);
        model.addAttribute("pageCount", pages.size());
        model.addAttribute(
                "because",
                Optional.ofNullable(shown)
                        .map(PageText::because)
                        .filter(BECAUSE::contains)
                        .orElse(null));
        model.addAttribute("q", q);
        model.addAttribute(
                "shown",
                shown == null
                        ? null
                        : ShownText.of(
                                corrections.page(id, shown.page(), viewer),
                                "read".equals(as),
                                MarkedWords.of(q, null)));
        return "viewer/text";
    }

    @PostMapping("/documents/{id}/file")
    String file(
            @PathVariable DocumentId id, @ModelAttribute RefilingForm form, Viewer viewer, RedirectAttributes after) {
        try {
            Document filed = documents.file(id, order(form, viewer), form.version(), viewer);
            after.addFlashAttribute("flash", Flash.done("viewer.filed", String.valueOf(filed.caseReference())));
        } catch (Conflict problem) {
            problem(after, problem.stale() ? "stale" : "state");
        } catch (NotAllowed problem) {
            problem(after, "not-allowed");
        } catch (NotFound problem) {
            problem(after, "not-found");
        } catch (InvalidInput problem) {
            problem(after, problem.field().equals("case") ? "no-case" : "input");
        }
        return "redirect:/documents/" + id;
    }

    private FilingOrder order(RefilingForm form, Viewer viewer) {
        String reference = form.reference();
        if (reference == null) {
            throw new InvalidInput("case", "none chosen");
        }
        CaseReference parsed =
                CaseReference.parse(reference).orElseThrow(() -> new InvalidInput("case", "is no case reference"));
        return new FilingOrder(cases.get(parsed, viewer).id(), form.type(), form.title(), form.date(), Map.of());
    }

    private static void problem(RedirectAttributes after, String key) {
        after.addFlashAttribute("flash", Flash.failed("filing.problem." + key));
    }

    @PostMapping("/documents/{id}/retry")
    String retry(
            @PathVariable DocumentId id, @RequestParam(required = false) @Nullable String password, Viewer viewer) {
        intake.retry(id, password, viewer);
        return "redirect:/documents/" + id;
    }
}
