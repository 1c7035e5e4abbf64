package io.liasse.caseapi.telephone;

import io.liasse.caseapi.cases.CaseHead;
import io.liasse.caseapi.cases.CaseHeads;
import io.liasse.caseapi.web.Flash;
import io.liasse.caseapi.web.Forms;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.Participant;
import io.liasse.store.item.Items;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of a telephone note: in a case, whose participants it offers, and beside the inbox. */
@Controller
final class TelephoneNotePages {
    /** Fields of the form at which a problem is shown. */
    private static final Set<String> FIELDS =
            Set.of("participant", "name", "number", "at", "subject", "text", "what", "dueOn");

    private final TelephoneNotes notes;
    private final CaseHeads heads;
    private final CaseFiles cases;
    private final Clock clock;

    TelephoneNotePages(TelephoneNotes notes, CaseHeads heads, CaseFiles cases, Clock clock) {
        this.notes = notes;
        this.heads = heads;
        this.cases = cases;
        this.clock = clock;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/telephone-notes/new")
    String ofCase(@PathVariable String reference, Viewer viewer, Model model) {
        CaseHead head = writable(reference, viewer);
        if (!head.open()) {
            throw Conflict.state("the case is closed");
        }
        model.addAttribute("form", TelephoneNoteForm.empty(LocalDateTime.now(clock)));
        return show(head, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/telephone-notes/new")
    String takeOfCase(
            @PathVariable String reference,
            @ModelAttribute("form") @Nullable TelephoneNoteForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        TelephoneNoteForm form = Forms.readable(entered);
        CaseHead head = writable(reference, viewer);
        Optional<Items.Receipt> taken = taken(form, errors, note -> notes.take(head.file(), note, key(form), viewer));
        if (taken.isPresent()) {
            after.addFlashAttribute("flash", Flash.done("telephone.taken.case", reference));
            return "redirect:/documents/" + taken.get().document();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, viewer, model);
    }

    private CaseHead writable(String reference, Viewer viewer) {
        CaseHead head = heads.of(reference, viewer);
        if (!head.mayWrite()) {
            throw new NotAllowed("write notes of the case");
        }
        return head;
    }

    private String show(CaseHead head, Viewer viewer, Model model) {
        List<Participant> present = cases.participants(head.file().id(), viewer).stream()
                .filter(Participant::present)
                .toList();
        model.addAttribute("head", head);
        model.addAttribute("present", present);
        return "telephone/new";
    }

    @GetMapping("/inbox/telephone-notes/new")
    String ofNoCase(Model model) {
        model.addAttribute("form", TelephoneNoteForm.empty(LocalDateTime.now(clock)));
        return "telephone/new";
    }

    @PostMapping("/inbox/telephone-notes/new")
    String takeOfNoCase(
            @ModelAttribute("form") @Nullable TelephoneNoteForm entered,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes after,
            HttpServletResponse response) {
        TelephoneNoteForm form = Forms.readable(entered);
        if (taken(form, errors, note -> notes.take(note, key(form), viewer)).isPresent()) {
            after.addFlashAttribute("flash", Flash.done("telephone.taken"));
            return "redirect:/inbox";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "telephone/new";
    }

    private static @Nullable String key(TelephoneNoteForm form) {
        return form.key() == null ? null : form.key().toString();
    }

    /** Empty when something is wrong, which is then said. */
    private Optional<Items.Receipt> taken(
            TelephoneNoteForm form, BindingResult errors, Function<TelephoneNote, Items.Receipt> take) {
        form.check(errors);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of(take.apply(form.note(clock.getZone())));
        } catch (InvalidInput problem) {
            if (!FIELDS.contains(problem.field())) {
                throw problem;
            }
            errors.rejectValue(problem.field(), "telephone.problem." + problem.field());
        } catch (Conflict problem) {
            errors.reject("telephone.problem.state");
        }
        return Optional.empty();
    }
}
