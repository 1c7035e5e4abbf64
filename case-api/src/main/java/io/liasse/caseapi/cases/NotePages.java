package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Flash;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes notes on a case. */
@Controller
final class NotePages {
    private static final int LONGEST = 4000;

    private final CaseFiles cases;
    private final CaseNaming naming;

    NotePages(CaseFiles cases, CaseNaming naming) {
        this.cases = cases;
        this.naming = naming;
    }

    /** A note that cannot be taken comes back to the overview, with its text. */
    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/notes")
    String note(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            RedirectAttributes after) {
        CaseFile file = naming.caseNamed(reference, viewer);
        if (text.isBlank() || text.length() > LONGEST) {
            after.addFlashAttribute("note", text);
            after.addFlashAttribute("noteProblem", text.isBlank() ? "cases.note.empty" : "cases.note.long");
        } else {
            cases.note(file.id(), text.strip(), viewer);
            after.addFlashAttribute("flash", Flash.done("cases.noted"));
        }
        return "redirect:/cases/" + reference + "#note";
    }
}
