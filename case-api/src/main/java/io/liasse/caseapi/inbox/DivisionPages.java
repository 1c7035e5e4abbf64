package io.liasse.caseapi.inbox;

import io.liasse.caseapi.web.Flash;
import io.liasse.routes.DocumentIntake;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a clerk does with a stack: divides it, dismisses a proposed boundary, puts fronts and backs together, or undoes it. */
@Controller
final class DivisionPages {
    private static final Set<String> NAMED = Set.of("begins", "backs", "document", "page");

    private final Documents documents;
    private final DocumentIntake intake;
    private final Inbox inbox;

    DivisionPages(Documents documents, DocumentIntake intake, Inbox inbox) {
        this.documents = documents;
        this.intake = intake;
        this.inbox = inbox;
    }

    @PostMapping("/inbox/{id}/divide")
    String divide(
            @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable List<@Nullable Integer> begins,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false) @Nullable DocumentId next,
            Viewer viewer,
            RedirectAttributes after) {
        List<Integer> pages = begins == null
                ? List.of()
                : begins.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        return attempt(id, after, () -> {
            Document divided = intake.divide(id, pages, version, viewer);
            return ordered("inbox.dividing", divided, next, viewer, after);
        });
    }

    @PostMapping("/inbox/{id}/collate")
    String collate(
            @PathVariable DocumentId id,
            @RequestParam DocumentId backs,
            @RequestParam(required = false) @Nullable DocumentId next,
            Viewer viewer,
            RedirectAttributes after) {
        return attempt(id, after, () -> {
            Document fronts = intake.collate(id, backs, viewer);
            return ordered("inbox.collating", fronts, next, viewer, after);
        });
    }

    private String ordered(
            String key, Document document, @Nullable DocumentId next, Viewer viewer, RedirectAttributes after) {
        Map<String, String> undo = Map.of("id", document.id().toString());
        after.addFlashAttribute("flash", Flash.done(key, document.title()).undoneBy("/inbox/undivide", undo));
        return next != null && inbox.next(next, viewer) != null ? at(next, after) : "redirect:/inbox";
    }

    @PostMapping("/inbox/{id}/boundaries/{page}")
    String dismiss(
            @PathVariable DocumentId id,
            @PathVariable int page,
            @RequestParam(defaultValue = "true") boolean dismissed,
            Viewer viewer,
            RedirectAttributes after) {
        return attempt(id, after, () -> {
            documents.dismissBoundary(id, page, dismissed, viewer);
            if (dismissed) {
                after.addFlashAttribute(
                        "flash",
                        Flash.done("inbox.boundary.dismissed", page)
                                .undoneBy("/inbox/" + id + "/boundaries/" + page, Map.of("dismissed", "false")));
            }
            return at(id, after);
        });
    }

    @PostMapping("/inbox/undivide")
    String undo(@RequestParam DocumentId id, Viewer viewer, RedirectAttributes after) {
        return attempt(id, after, () -> {
            documents.undoDivision(id, viewer);
            after.addFlashAttribute(
                    "flash",
                    Flash.done("inbox.undivided", documents.get(id, viewer).title()));
            return at(id, after);
        });
    }

    /** A refusal that a clerk can do something about comes back with its text. */
    private static String attempt(DocumentId id, RedirectAttributes after, Supplier<String> action) {
        try {
            return action.get();
        } catch (Conflict problem) {
            return refused("filing.problem.division", after);
        } catch (NotAllowed problem) {
            return refused("filing.problem.not-allowed", after);
        } catch (NotFound problem) {
            return refused("filing.problem.not-found", after);
        } catch (InvalidInput problem) {
            String field = NAMED.contains(problem.field()) ? problem.field() : "begins";
            after.addFlashAttribute("flash", Flash.failed("inbox.divide.problem." + field));
            return at(id, after);
        }
    }

    private static String refused(String key, RedirectAttributes after) {
        after.addFlashAttribute("flash", Flash.failed(key));
        return "redirect:/inbox";
    }

    private static String at(DocumentId id, RedirectAttributes after) {
        after.addAttribute("document", id.toString());
        return "redirect:/inbox";
    }
}
