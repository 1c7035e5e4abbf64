package io.liasse.caseapi.tags;

import io.liasse.caseapi.web.Address;
import io.liasse.caseapi.web.Flash;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.DocumentId;
import io.liasse.store.tag.Marks;
import io.liasse.store.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting tags and marks on documents and cases, and the list of what is marked. */
@Controller
final class TaggingPages {
    private static final int OPTIONS = 10;

    private final Tags tags;
    private final Marks marks;
    private final CaseFiles cases;

    TaggingPages(Tags tags, Marks marks, CaseFiles cases) {
        this.tags = tags;
        this.marks = marks;
        this.cases = cases;
    }

    /** Options for a field that names a tag. */
    @GetMapping("/fragments/tags")
    String options(@RequestParam(required = false) @Nullable String tag, Model model) {
        model.addAttribute("tags", tags.matching(tag == null ? "" : tag, OPTIONS));
        return "tags/parts :: options";
    }

    @PostMapping("/documents/{id}/tags")
    String tagDocument(
            @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String remove,
            Viewer viewer,
            RedirectAttributes after) {
        attempt(after, () -> tags.change(id, named(tag), named(remove), viewer));
        return "redirect:/documents/" + id;
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/tags")
    String tagCase(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String remove,
            Viewer viewer,
            RedirectAttributes after) {
        CaseReference parsed = CaseReference.parse(reference).orElseThrow(() -> new NotFound("case"));
        var file = cases.get(parsed, viewer);
        attempt(after, () -> tags.change(file.id(), named(tag), named(remove), viewer));
        return "redirect:/cases/" + reference;
    }

    private static List<String> named(@Nullable String tag) {
        return tag == null || tag.isBlank() ? List.of() : List.of(tag);
    }

    @PostMapping("/documents/{id}/mark")
    String mark(
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "true") boolean on,
            Viewer viewer,
            RedirectAttributes after) {
        attempt(after, () -> {
            if (on) {
                marks.set(id, shared, viewer);
            } else {
                marks.clear(id, shared, viewer);
            }
        });
        return "redirect:/documents/" + id;
    }

    private static void attempt(RedirectAttributes after, Runnable change) {
        try {
            change.run();
        } catch (InvalidInput problem) {
            after.addFlashAttribute("flash", Flash.failed("tags.problem.unknown"));
        } catch (NotAllowed problem) {
            after.addFlashAttribute("flash", Flash.failed("tags.problem.not-allowed"));
        }
    }

    @GetMapping("/marks")
    String list(
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Viewer viewer,
            Model model) {
        Page<Marks.Marked> page = marks.page(shared, viewer, new PageRequest(PageRequest.USUAL, cursor));
        model.addAttribute("rows", page.items());
        model.addAttribute("shared", shared);
        model.addAttribute(
                "more",
                page.next() == null
                        ? null
                        : Address.of("/marks")
                                .with("shared", shared)
                                .with("cursor", page.next())
                                .toString());
        return fragment == null || cursor == null ? "tags/marks" : "tags/marks :: rows";
    }
}
