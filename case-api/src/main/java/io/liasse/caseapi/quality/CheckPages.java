package io.liasse.caseapi.quality;

import io.liasse.caseapi.web.Flash;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.quality.Checks;
import io.liasse.store.quality.Verdict;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sampled documents one after the other, each with the question whether all is right. */
@Controller
final class CheckPages {
    private final Checks checks;
    private final CheckViews views;

    CheckPages(Checks checks, CheckViews views) {
        this.checks = checks;
        this.views = views;
    }

    /** {@code passed}: the one to pass over; {@code id}: the one to show, as after an answer was taken back. */
    @GetMapping("/quality/check")
    String show(
            @RequestParam(required = false) @Nullable UUID passed,
            @RequestParam(required = false) @Nullable UUID id,
            Viewer viewer,
            Model model) {
        List<Checks.Check> open = id == null ? checks.open(viewer, passed, 1) : List.of(checks.get(id, viewer));
        model.addAttribute("progress", checks.progress(viewer));
        model.addAttribute(
                "view",
                open.stream().findFirst().map(each -> views.of(each, viewer)).orElse(null));
        model.addAttribute(
                "last",
                checks.lastOf(viewer).map(each -> views.of(each, viewer)).orElse(null));
        return "quality/check";
    }

    @PostMapping("/quality/check/{id}")
    String answer(
            @PathVariable UUID id,
            @RequestParam Verdict.Kind verdict,
            @RequestParam(defaultValue = "") List<Verdict.Wrong> wrong,
            Viewer viewer,
            RedirectAttributes after) {
        checks.get(id, viewer);
        try {
            checks.answer(id, verdict(verdict, wrong), viewer);
        } catch (InvalidInput nothing) {
            after.addFlashAttribute(
                    "flash", Flash.failed(wrong.isEmpty() ? "quality.check.what" : "quality.check.either"));
            after.addAttribute("id", id);
        } catch (Conflict late) {
            after.addFlashAttribute("flash", Flash.notice("quality.check.late"));
        }
        return "redirect:/quality/check";
    }

    private static Verdict verdict(Verdict.Kind kind, List<Verdict.Wrong> wrong) {
        return switch (kind) {
            case RIGHT -> new Verdict(kind, Set.copyOf(wrong));
            case WRONG -> Verdict.wrong(wrong);
            case UNSURE -> Verdict.unsure();
        };
    }

    @PostMapping("/quality/check/{id}/undo")
    String undo(@PathVariable UUID id, Viewer viewer, RedirectAttributes after) {
        try {
            checks.undo(id, viewer);
            after.addAttribute("id", id);
        } catch (Conflict late) {
            after.addFlashAttribute("flash", Flash.failed("quality.check.undo.late"));
        }
        return "redirect:/quality/check";
    }
}
