package io.liasse.caseapi.admin;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.caseapi.web.Flash;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.AddedType;
import io.liasse.store.document.AddedTypes;
import io.liasse.store.document.DocumentTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** The types of documents there are, for those who manage them. */
@Controller
@OnlyFor({Role.SUPERVISOR, Role.ADMINISTRATOR})
final class TypePages {
    private final DocumentTypes types;
    private final AddedTypes added;

    TypePages(DocumentTypes types, AddedTypes added) {
        this.types = types;
        this.added = added;
    }

    /** Names by language as entered; what is missing is not named. */
    record NamesForm(
            @Nullable String fr,
            @Nullable String de,
            @Nullable String it,
            @Nullable String en) {
        Map<String, String> names() {
            Map<String, String> names = new HashMap<>();
            names.put("fr", Objects.requireNonNullElse(fr, ""));
            names.put("de", Objects.requireNonNullElse(de, ""));
            names.put("it", Objects.requireNonNullElse(it, ""));
            names.put("en", Objects.requireNonNullElse(en, ""));
            return names;
        }
    }

    @GetMapping("/settings/types")
    String list(Viewer viewer, Model model) {
        List<AddedType> own = added.all();
        List<String> keys = own.stream().map(AddedType::key).toList();
        model.addAttribute("tabs", SettingsTab.of(viewer));
        model.addAttribute("languages", AddedTypes.LANGUAGES);
        model.addAttribute("added", own);
        model.addAttribute(
                "fixed", types.all().stream().filter(key -> !keys.contains(key)).toList());
        return "settings/types";
    }

    @PostMapping("/settings/types")
    String add(@ModelAttribute NamesForm form, Viewer viewer, RedirectAttributes after) {
        return attempt(after, () -> {
            types.add(form.names(), viewer);
            return Flash.done("types.added");
        });
    }

    @PostMapping("/settings/types/{key}")
    String change(
            @PathVariable String key,
            @ModelAttribute NamesForm form,
            @RequestParam(defaultValue = "false") boolean offered,
            @RequestParam(defaultValue = "0") long version,
            Viewer viewer,
            RedirectAttributes after) {
        return attempt(after, () -> {
            added.change(new AddedType(key, form.names(), offered, version), viewer);
            return Flash.done("types.changed");
        });
    }

    private static String attempt(RedirectAttributes after, Supplier<Flash> action) {
        Flash told;
        try {
            told = action.get();
        } catch (InvalidInput problem) {
            told = Flash.failed("types.problem.name");
        } catch (Conflict problem) {
            told = Flash.failed(problem.stale() ? "types.problem.stale" : "types.problem.taken");
        } catch (NotFound problem) {
            told = Flash.failed("types.problem.stale");
        }
        after.addFlashAttribute("flash", told);
        return "redirect:/settings/types";
    }
}
