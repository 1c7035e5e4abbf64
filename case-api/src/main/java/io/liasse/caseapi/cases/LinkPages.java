package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Flash;
import io.liasse.caseapi.web.Forms;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseLink;
import io.liasse.store.casefile.CaseLinkId;
import io.liasse.store.casefile.CaseLinks;
import io.liasse.store.casefile.CaseQuery;
import io.liasse.store.casefile.LinkKind;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cases that a case has to do with: links more, takes links away, and takes that back. */
@Controller
final class LinkPages {
    private static final PageRequest SUGGESTED = PageRequest.first(8);

    private final CaseHeads heads;
    private final CaseFiles cases;
    private final CaseLinks links;

    LinkPages(CaseHeads heads, CaseFiles cases, CaseLinks links) {
        this.heads = heads;
        this.cases = cases;
        this.links = links;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/links")
    String list(@PathVariable String reference, @ModelAttribute("form") LinkForm form, Viewer viewer, Model model) {
        return show(heads.of(reference, viewer), form, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/links")
    String add(
            @PathVariable String reference,
            @ModelAttribute("form") @Nullable LinkForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        LinkForm form = Forms.readable(entered);
        CaseHead head = heads.of(reference, viewer);
        if (!head.mayWrite()) {
            throw new NotAllowed("link the case");
        }
        form.check(errors);
        if (!errors.hasErrors()) {
            CaseLink link = added(head, form, viewer, errors);
            if (link != null) {
                Flash done = Flash.done("link.added", link.other().reference());
                after.addFlashAttribute("flash", done.undoneBy(path(head) + "/" + link.id() + "/remove", Map.of()));
                return "redirect:" + path(head);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, form, viewer, model);
    }

    private @Nullable CaseLink added(CaseHead head, LinkForm form, Viewer viewer, BindingResult errors) {
        try {
            return links.add(head.file().id(), form.link(), viewer);
        } catch (InvalidInput problem) {
            boolean ofNote = problem.field().equals("note");
            errors.rejectValue(ofNote ? "note" : "other", ofNote ? "link.problem.note" : "link.problem.case");
        } catch (Conflict problem) {
            errors.reject(head.open() ? "link.problem.known" : "cases.problem.state");
        }
        return null;
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/links/{id}/remove")
    String remove(
            @PathVariable String reference, @PathVariable CaseLinkId id, Viewer viewer, RedirectAttributes after) {
        CaseHead head = heads.of(reference, viewer);
        try {
            CaseLink gone = links.remove(head.file().id(), id, viewer);
            Flash done = Flash.done("link.removed", gone.other().reference());
            after.addFlashAttribute("flash", done.undoneBy(path(head), again(gone)));
        } catch (Conflict problem) {
            after.addFlashAttribute("flash", Flash.failed("cases.problem.state"));
        }
        return "redirect:" + path(head);
    }

    private static Map<String, String> again(CaseLink link) {
        Map<String, String> form = new HashMap<>();
        form.put("other", link.other().reference().toString());
        form.put("kind", link.kind().name());
        if (link.note() != null) {
            form.put("note", link.note());
        }
        return form;
    }

    private static String path(CaseHead head) {
        return head.path() + "/links";
    }

    private String show(CaseHead head, LinkForm form, Viewer viewer, Model model) {
        model.addAttribute("head", head);
        model.addAttribute("links", links.of(head.file().id(), viewer));
        model.addAttribute("sharing", links.sharing(head.file().id(), viewer));
        model.addAttribute("kinds", LinkKind.values());
        model.addAttribute("form", form);
        return "cases/links";
    }

    /** Cases by reference or words of the title, open or closed, that the viewer may see. */
    @GetMapping("/fragments/visible-cases")
    String suggested(@RequestParam(required = false) @Nullable String looked, Viewer viewer, Model model) {
        model.addAttribute("looked", looked);
        model.addAttribute("found", looked == null || looked.isBlank() ? List.of() : matching(looked.strip(), viewer));
        return "cases/links :: suggestions";
    }

    private List<CaseFile> matching(String text, Viewer viewer) {
        return cases.page(new CaseQuery(text, null, null, null, null, null), viewer, SUGGESTED)
                .items();
    }
}
