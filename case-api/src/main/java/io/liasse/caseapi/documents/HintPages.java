package io.liasse.caseapi.documents;

import io.liasse.caseapi.web.Flash;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageHint;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says on a screen that pages are fine as they are, or takes that back. */
@Controller
final class HintPages {
    private final Documents documents;

    HintPages(Documents documents) {
        this.documents = documents;
    }

    /** {@code inbox}: come back to the inbox, not to the document. */
    @PostMapping("/documents/{id}/hints")
    String dismiss(
            @PathVariable DocumentId id,
            @RequestParam PageHint.Kind kind,
            @RequestParam List<Integer> page,
            @RequestParam(defaultValue = "true") boolean dismissed,
            @RequestParam(defaultValue = "false") boolean inbox,
            Viewer viewer,
            RedirectAttributes after) {
        try {
            page.forEach(each -> documents.dismissHint(id, new PageHint(each, kind), dismissed, viewer));
            after.addFlashAttribute("flash", done(id, kind, page, dismissed, inbox, viewer));
        } catch (InvalidInput problem) {
            after.addFlashAttribute("flash", Flash.failed("hint.gone"));
        }
        if (inbox) {
            after.addAttribute("document", id.toString());
            return "redirect:/inbox";
        }
        return "redirect:/documents/" + id;
    }

    private Flash done(
            DocumentId id, PageHint.Kind kind, List<Integer> pages, boolean dismissed, boolean inbox, Viewer viewer) {
        String title = documents.get(id, viewer).title();
        if (!dismissed) {
            return Flash.done("hint.restored", title);
        }
        String numbers = pages.stream().map(String::valueOf).collect(Collectors.joining(","));
        return Flash.done("hint.dismissed", title)
                .undoneBy(
                        "/documents/" + id + "/hints",
                        Map.of(
                                "kind",
                                kind.name(),
                                "page",
                                numbers,
                                "dismissed",
                                "false",
                                "inbox",
                                Boolean.toString(inbox)));
    }
}
