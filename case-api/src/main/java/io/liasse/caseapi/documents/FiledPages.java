package io.liasse.caseapi.documents;

import io.liasse.caseapi.web.Flash;
import io.liasse.store.Conflict;
import io.liasse.store.NotAllowed;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of what the program filed by itself, and the step that takes a document back. */
@Controller
final class FiledPages {
    private static final int AT_ONCE = 30;

    private final FiledAlone filed;

    FiledPages(FiledAlone filed) {
        this.filed = filed;
    }

    @GetMapping("/filed")
    String list(@RequestParam(required = false) @Nullable String cursor, Viewer viewer, Model model) {
        Page<FiledAlone.Line> page = filed.page(viewer, new PageRequest(AT_ONCE, cursor));
        model.addAttribute("lines", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("cursor", cursor);
        return "inbox/filed";
    }

    @PostMapping("/documents/{id}/take-back")
    String takeBack(
            @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable Long version,
            Viewer viewer,
            RedirectAttributes after) {
        try {
            Document back = filed.takeBack(id, version, viewer);
            after.addFlashAttribute("flash", Flash.done("filed.done", back.title()));
        } catch (Conflict problem) {
            after.addFlashAttribute(
                    "flash", Flash.failed(problem.stale() ? "filing.problem.stale" : "filing.problem.state"));
        } catch (NotAllowed problem) {
            after.addFlashAttribute("flash", Flash.failed("filing.problem.not-allowed"));
        }
        if ("list".equals(from)) {
            return "redirect:/filed";
        }
        after.addAttribute("id", id);
        return "redirect:/documents/{id}";
    }
}
