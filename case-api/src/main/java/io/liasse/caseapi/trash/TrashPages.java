package io.liasse.caseapi.trash;

import io.liasse.caseapi.web.Address;
import io.liasse.caseapi.web.Flash;
import io.liasse.store.Conflict;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Trash;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is in the trash, with the way in and the way back. */
@Controller
final class TrashPages {
    private final Trash trash;
    private final Documents documents;
    private final TrashSettings settings;

    TrashPages(Trash trash, Documents documents, TrashSettings settings) {
        this.trash = trash;
        this.documents = documents;
        this.settings = settings;
    }

    /** {@code gone} is when it will be removed for good. */
    record Row(Trash.Trashed document, Instant gone) {}

    @GetMapping("/trash")
    String list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Viewer viewer,
            Model model) {
        Page<Trash.Trashed> page = trash.page(viewer, new PageRequest(PageRequest.USUAL, cursor));
        model.addAttribute(
                "rows",
                page.items().stream()
                        .map(each -> new Row(each, each.trashedAt().plus(settings.keep())))
                        .toList());
        model.addAttribute(
                "more",
                page.next() == null
                        ? null
                        : Address.of("/trash").with("cursor", page.next()).toString());
        model.addAttribute("days", settings.keep().toDays());
        return fragment == null || cursor == null ? "trash/trash" : "trash/trash :: rows";
    }

    @PostMapping("/documents/{id}/trash")
    String put(
            @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable Long version,
            Viewer viewer,
            RedirectAttributes after) {
        Document document = documents.get(id, viewer);
        try {
            trash.put(id, version, viewer);
        } catch (Conflict problem) {
            after.addFlashAttribute("flash", Flash.failed(problem.stale() ? "trash.stale" : "trash.state"));
            return "redirect:/documents/" + id;
        } catch (NotAllowed problem) {
            after.addFlashAttribute("flash", Flash.failed("trash.not-allowed"));
            return "redirect:/documents/" + id;
        }
        after.addFlashAttribute(
                "flash", Flash.done("trash.put", document.title()).undoneBy("/documents/" + id + "/restore", Map.of()));
        return document.caseReference() == null
                ? "redirect:/inbox"
                : "redirect:/cases/" + document.caseReference() + "/documents";
    }

    @PostMapping("/documents/{id}/restore")
    String restore(@PathVariable DocumentId id, Viewer viewer, RedirectAttributes after) {
        try {
            trash.restore(id, viewer);
        } catch (NotFound gone) {
            after.addFlashAttribute("flash", Flash.failed("trash.gone"));
            return "redirect:/trash";
        }
        after.addFlashAttribute(
                "flash", Flash.done("trash.restored", documents.get(id, viewer).title()));
        return "redirect:/documents/" + id;
    }
}
