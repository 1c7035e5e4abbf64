package io.liasse.caseapi.admin;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.caseapi.web.Flash;
import io.liasse.routes.filing.FilingTrial;
import io.liasse.store.Conflict;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.filing.RuleProblem;
import io.liasse.store.filing.RuleSet;
import io.liasse.store.filing.RuleSets;
import io.liasse.store.item.Channel;
import io.liasse.store.tag.Tags;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The rules of filing: written, tried on what was decided before, saved, and earlier versions. What is not saved yet is
 * nowhere but in the form. Supervisors try, administrators save.
 */
@Controller
@OnlyFor({Role.SUPERVISOR, Role.ADMINISTRATOR})
final class RulePages {
    private static final int MOST_TAGS = 200;

    private final RuleSets sets;
    private final FilingTrial trial;
    private final DocumentTypes types;
    private final Tags tags;
    private final AccessPolicy policy;

    RulePages(RuleSets sets, FilingTrial trial, DocumentTypes types, Tags tags, AccessPolicy policy) {
        this.sets = sets;
        this.trial = trial;
        this.types = types;
        this.tags = tags;
        this.policy = policy;
    }

    @GetMapping("/settings/filing")
    String show(@RequestParam(required = false) @Nullable Integer version, Viewer viewer, Model model) {
        RuleSet inForce = sets.inForce(viewer);
        RuleSet shown = version == null ? inForce : sets.version(version, viewer);
        model.addAttribute("shown", shown);
        return page(RuleForm.of(shown, inForce.version()), inForce, viewer, model);
    }

    @PostMapping("/settings/filing")
    String change(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "do", defaultValue = "check") String action,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        RuleForm form = RuleForm.of(sent).after(action);
        RuleSet inForce = sets.inForce(viewer);
        boolean edits = action.equals("add") || action.contains(":");
        List<RuleProblem> problems = edits ? List.of() : sets.problemsOfTrial(form.errorRate(), form.rules(), viewer);
        model.addAttribute("problems", problems);
        if (!problems.isEmpty()) {
            response.setStatus(422);
        } else if (action.equals("try")) {
            int last = size(sent.getFirst("last"));
            model.addAttribute("result", trial.tryOut(form.errorRate(), form.rules(), last, viewer));
            model.addAttribute("last", last);
        } else if (action.equals("save")) {
            try {
                RuleSet saved = sets.save(form.version(), form.errorRate(), form.rules(), viewer);
                after.addFlashAttribute("flash", Flash.done("filing.rules.saved", saved.version()));
                return "redirect:/settings/filing";
            } catch (Conflict stale) {
                response.setStatus(409);
                model.addAttribute("stale", true);
                form = new RuleForm(inForce.version(), form.percent(), form.lines());
            }
        }
        model.addAttribute("draft", true);
        return page(form, inForce, viewer, model);
    }

    private static int size(@Nullable String last) {
        return FilingTrial.SIZES.stream()
                .filter(each -> each.toString().equals(last))
                .findFirst()
                .orElse(FilingTrial.SIZES.get(1));
    }

    private String page(RuleForm form, RuleSet inForce, Viewer viewer, Model model) {
        model.addAttribute("tabs", SettingsTab.of(viewer));
        model.addAttribute("rules", form);
        model.addAttribute("inForce", inForce);
        model.addAttribute("rate", trial.errorRate(RuleSet.NONE) * 100);
        model.addAttribute("versions", sets.versions(viewer));
        model.addAttribute("channels", Channel.values());
        model.addAttribute("types", types.all());
        model.addAttribute("tags", tags.matching("", MOST_TAGS));
        model.addAttribute("sizes", FilingTrial.SIZES);
        model.addAttribute("full", form.lines().size() >= RuleSets.MOST);
        model.addAttribute("maySave", policy.mayChangeFiling(viewer));
        return "settings/filing";
    }
}
