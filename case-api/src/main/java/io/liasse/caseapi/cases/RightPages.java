package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Flash;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may see, edit and manage one case beyond what roles allow. */
@Controller
final class RightPages {
    private final CaseHeads heads;
    private final CaseFiles cases;
    private final CaseNaming naming;

    RightPages(CaseHeads heads, CaseFiles cases, CaseNaming naming) {
        this.heads = heads;
        this.cases = cases;
        this.naming = naming;
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/rights")
    String list(@PathVariable String reference, Viewer viewer, Model model) {
        CaseHead head = heads.of(reference, viewer);
        model.addAttribute("head", head);
        model.addAttribute("grants", cases.grants(head.file().id(), viewer));
        model.addAttribute("rights", CaseRight.values());
        return "cases/rights";
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/rights")
    String grant(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String manager,
            @RequestParam CaseRight right,
            Viewer viewer,
            RedirectAttributes after) {
        CaseFile file = naming.caseNamed(reference, viewer);
        UserId user = named(manager, viewer);
        if (user == null) {
            after.addFlashAttribute("flash", Flash.failed("cases.rights.nobody", manager));
        } else {
            cases.grant(file.id(), user, right, viewer);
            after.addFlashAttribute("flash", Flash.done("cases.rights.granted"));
        }
        return "redirect:/cases/" + reference + "/rights";
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/rights/revoke")
    String revoke(@PathVariable String reference, @RequestParam UserId user, Viewer viewer, RedirectAttributes after) {
        CaseFile file = naming.caseNamed(reference, viewer);
        boolean revoked = revoked(file, user, viewer);
        after.addFlashAttribute(
                "flash", revoked ? Flash.done("cases.rights.revoked") : Flash.failed("cases.rights.last"));
        boolean outside = revoked && user.equals(viewer.user());
        return outside ? "redirect:/cases" : "redirect:/cases/" + reference + "/rights";
    }

    /** The last one who manages a sealed case keeps the right. */
    private boolean revoked(CaseFile file, UserId user, Viewer viewer) {
        try {
            cases.revoke(file.id(), user, viewer);
            return true;
        } catch (Conflict lastOne) {
            return false;
        }
    }

    private @Nullable UserId named(String username, Viewer viewer) {
        try {
            return naming.managerNamed(username.strip(), viewer);
        } catch (InvalidInput nobody) {
            return null;
        }
    }
}
