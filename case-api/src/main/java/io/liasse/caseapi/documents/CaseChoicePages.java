package io.liasse.caseapi.documents;

import io.liasse.store.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list under a field that looks for a case: radio buttons of the form the field stands in. */
@Controller
final class CaseChoicePages {
    private final CaseChoices choices;

    CaseChoicePages(CaseChoices choices) {
        this.choices = choices;
    }

    @GetMapping("/fragments/case-choices")
    String matching(@RequestParam(required = false) @Nullable String looked, Viewer viewer, Model model) {
        model.addAttribute("looked", looked);
        model.addAttribute("options", choices.matching(looked, viewer));
        return "viewer/case-choices :: options";
    }

    /** The same as options of a list below the field, for those with scripts. */
    @GetMapping("/fragments/case-suggestions")
    String suggestions(@RequestParam(required = false) @Nullable String looked, Viewer viewer, Model model) {
        matching(looked, viewer, model);
        return "viewer/case-choices :: suggestions";
    }
}
