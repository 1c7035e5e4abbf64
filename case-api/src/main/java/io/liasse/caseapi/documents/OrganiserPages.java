package io.liasse.caseapi.documents;

import io.liasse.caseapi.web.Flash;
import io.liasse.routes.PageEditing;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageEdits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All pages of a document at once: turned, moved, taken out, divided among documents; and its earlier versions. */
@Controller
final class OrganiserPages {
    /** Pages that are shown at once without scripts; with them all are. */
    private static final int SHOWN = 60;

    /** Documents of the inbox, or of its case, that are offered to be put behind this one. */
    private static final PageRequest OFFERED = PageRequest.first(50);

    private static final Set<String> NAMED = Set.of("order", "degrees", "pages", "at", "with", "document", "version");

    private final Documents documents;
    private final DocumentViews views;
    private final PageEditing editing;
    private final PageEdits edits;
    private final AccessPolicy policy;

    OrganiserPages(
            Documents documents, DocumentViews views, PageEditing editing, PageEdits edits, AccessPolicy policy) {
        this.documents = documents;
        this.views = views;
        this.editing = editing;
        this.edits = edits;
        this.policy = policy;
    }

    @GetMapping("/documents/{id}/pages")
    String show(@PathVariable DocumentId id, @RequestParam(defaultValue = "1") int from, Viewer viewer, Model model) {
        DocumentView view = views.of(id, viewer);
        if (!policy.mayEdit(viewer, id)) {
            throw new NotAllowed("edit the pages of the document");
        }
        int pages = Objects.requireNonNullElse(view.document().pages(), 0);
        int first = Math.clamp(from, 1, Math.max(1, pages));
        model.addAttribute("view", view);
        model.addAttribute("pages", pages);
        model.addAttribute("first", first);
        model.addAttribute("last", Math.min(pages, first + SHOWN - 1));
        model.addAttribute("shown", SHOWN);
        model.addAttribute("others", view.arrangeable() ? others(view.document(), viewer) : List.of());
        return "viewer/organiser";
    }

    private List<Document> others(Document document, Viewer viewer) {
        DocumentQuery beside =
                new DocumentQuery(Set.of(document.state()), document.caseId(), null, DocumentQuery.Order.OLDEST_FIRST);
        return documents.page(beside, viewer, OFFERED).items().stream()
                .filter(each -> !each.id().equals(document.id()))
                .filter(each -> each.pages() != null && each.pages() > 0)
                .toList();
    }

    @PostMapping("/documents/{id}/pages")
    String arrange(
            @PathVariable DocumentId id, @ModelAttribute OrganiserForm form, Viewer viewer, RedirectAttributes after) {
        int pages = Objects.requireNonNullElse(documents.get(id, viewer).pages(), 0);
        return attempt(id, after, () -> {
            Document ordered = editing.arrange(id, form.order(pages), form.version(), viewer);
            return done("organiser.ordered", ordered, after);
        });
    }

    @PostMapping("/documents/{id}/merge")
    String merge(
            @PathVariable DocumentId id,
            @RequestParam DocumentId with,
            @RequestParam(required = false) @Nullable Long version,
            Viewer viewer,
            RedirectAttributes after) {
        return attempt(id, after, () -> {
            Document ordered = editing.merge(id, List.of(with), version, viewer);
            return done(ordered.caseId() == null ? "organiser.merging" : "organiser.merging.case", ordered, after);
        });
    }

    /** What is in the trash hides what it was made of. */
    @PostMapping("/documents/{id}/undivide")
    String undivide(@PathVariable DocumentId id, Viewer viewer, RedirectAttributes after) {
        try {
            documents.undoDivision(id, viewer);
            return done("organiser.undivided", documents.get(id, viewer), after);
        } catch (Conflict problem) {
            after.addFlashAttribute("flash", Flash.failed("organiser.problem.undivide"));
            return policy.maySee(viewer, id) ? "redirect:/documents/" + id : "redirect:/trash";
        }
    }

    @PostMapping("/documents/{id}/versions/restore")
    String restore(
            @PathVariable DocumentId id,
            @RequestParam int number,
            @RequestParam(required = false) @Nullable Long version,
            Viewer viewer,
            RedirectAttributes after) {
        documents.get(id, viewer);
        return attempt(id, after, () -> {
            int before = documents.versions(id).getLast().number();
            Document restored = edits.restore(id, number, version, viewer);
            after.addFlashAttribute(
                    "flash",
                    Flash.done("organiser.restored", restored.title(), number)
                            .undoneBy(
                                    "/documents/" + id + "/versions/restore",
                                    Map.of("number", Integer.toString(before))));
            return "redirect:/documents/" + id;
        });
    }

    private static String done(String key, Document document, RedirectAttributes after) {
        after.addFlashAttribute("flash", Flash.done(key, document.title()));
        return "redirect:/documents/" + document.id();
    }

    /** A refusal that a person can do something about comes back with its text. */
    private static String attempt(DocumentId id, RedirectAttributes after, Supplier<String> action) {
        try {
            return action.get();
        } catch (Conflict problem) {
            after.addFlashAttribute(
                    "flash", Flash.failed(problem.stale() ? "filing.problem.stale" : "organiser.problem.state"));
        } catch (InvalidInput problem) {
            String field = NAMED.contains(problem.field()) ? problem.field() : "order";
            after.addFlashAttribute("flash", Flash.failed("organiser.problem." + field));
        }
        return "redirect:/documents/" + id + "/pages";
    }
}
