package io.liasse.caseapi.admin;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.caseapi.web.Flash;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.tag.Tag;
import io.liasse.store.tag.TagId;
import io.liasse.store.tag.Tags;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tags there are, for those who manage them. */
@Controller
@OnlyFor({Role.SUPERVISOR, Role.ADMINISTRATOR})
final class TagPages {
    private static final int MOST = 200;

    private final Tags tags;

    TagPages(Tags tags) {
        this.tags = tags;
    }

    @GetMapping("/settings/tags")
    String list(@RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        model.addAttribute("tabs", SettingsTab.of(viewer));
        model.addAttribute("tags", tags.matching(q, MOST));
        model.addAttribute("colours", Tag.Colour.values());
        model.addAttribute("q", q);
        return "settings/tags";
    }

    @PostMapping("/settings/tags")
    String create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "GREY") Tag.Colour colour,
            Viewer viewer,
            RedirectAttributes after) {
        return attempt(after, () -> {
            tags.create(name, colour, viewer);
            return Flash.done("tags.created", name.strip());
        });
    }

    @PostMapping("/settings/tags/{id}")
    String change(
            @PathVariable TagId id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "GREY") Tag.Colour colour,
            @RequestParam(defaultValue = "0") long version,
            Viewer viewer,
            RedirectAttributes after) {
        return attempt(after, () -> {
            tags.change(new Tag(id, name, colour, version), viewer);
            return Flash.done("tags.changed", name.strip());
        });
    }

    @PostMapping("/settings/tags/{id}/remove")
    String remove(@PathVariable TagId id, Viewer viewer, RedirectAttributes after) {
        return attempt(after, () -> {
            String name = tags.get(id).name();
            tags.remove(id, viewer);
            return Flash.done("tags.removed", name);
        });
    }

    private static String attempt(RedirectAttributes after, java.util.function.Supplier<Flash> action) {
        Flash told;
        try {
            told = action.get();
        } catch (InvalidInput problem) {
            told = Flash.failed("tags.problem.name");
        } catch (Conflict problem) {
            told = Flash.failed(problem.stale() ? "tags.problem.stale" : "tags.problem.taken");
        } catch (NotFound problem) {
            told = Flash.failed("tags.problem.stale");
        }
        after.addFlashAttribute("flash", told);
        return "redirect:/settings/tags";
    }
}
