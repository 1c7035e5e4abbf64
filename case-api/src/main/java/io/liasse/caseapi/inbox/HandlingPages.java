package io.liasse.caseapi.inbox;

import io.liasse.caseapi.web.Flash;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.InboxWork;
import io.liasse.store.document.NotOurs;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Not ours, hand on, and the last step taken back: each leads to the next document and can be undone. */
@Controller
final class HandlingPages {
    private static final int MOST_COLLEAGUES = 8;

    private final InboxWork work;
    private final Inbox inbox;

    HandlingPages(InboxWork work, Inbox inbox) {
        this.work = work;
        this.inbox = inbox;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @PostMapping("/inbox/{id}/not-ours")
    String notOurs(
            @PathVariable DocumentId id, @ModelAttribute HandlingForm form, Viewer viewer, RedirectAttributes after) {
        return attempt(id, form, after, () -> {
            Document document = work.notOurs(id, why(form.why()), form.text(), form.version(), viewer);
            after.addFlashAttribute("flash", undoable("inbox.notOurs.done", document, "/inbox/undo"));
            return to(inbox.next(form.next(), viewer), form, after);
        });
    }

    private static NotOurs why(@Nullable String name) {
        for (NotOurs each : NotOurs.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new InvalidInput("why", "none chosen");
    }

    @PostMapping("/inbox/{id}/hand-on")
    String handOn(
            @PathVariable DocumentId id, @ModelAttribute HandlingForm form, Viewer viewer, RedirectAttributes after) {
        return attempt(id, form, after, () -> {
            String to = form.to();
            if (to == null) {
                throw new InvalidInput("to", "none chosen");
            }
            Document document = work.handOn(id, to, form.note(), viewer);
            after.addFlashAttribute("flash", undoable("inbox.handedOn", document, "/inbox/" + id + "/hand-back"));
            return to(inbox.next(form.next(), viewer), form, after);
        });
    }

    @PostMapping("/inbox/{id}/hand-back")
    String handBack(
            @PathVariable DocumentId id, @ModelAttribute HandlingForm form, Viewer viewer, RedirectAttributes after) {
        return attempt(id, form, after, () -> {
            Document document = work.handBack(id, viewer);
            after.addFlashAttribute("flash", Flash.done("inbox.handedBack", document.title()));
            return to(id, form, after);
        });
    }

    /** Of what is not ours, at any time. */
    @PostMapping("/inbox/{id}/take-back")
    String takeBack(
            @PathVariable DocumentId id, @ModelAttribute HandlingForm form, Viewer viewer, RedirectAttributes after) {
        return attempt(id, form, after, () -> {
            Document document = work.takeBack(id, viewer);
            after.addFlashAttribute("flash", Flash.done("inbox.undone", document.title()));
            after.addAttribute("document", id.toString());
            return "redirect:/inbox";
        });
    }

    /** The last filing or "not ours". */
    @PostMapping("/inbox/undo")
    String undo(
            @RequestParam DocumentId id, @ModelAttribute HandlingForm form, Viewer viewer, RedirectAttributes after) {
        return attempt(id, form, after, () -> {
            Document document = work.undo(id, viewer);
            after.addFlashAttribute("flash", Flash.done("inbox.undone", document.title()));
            return to(id, form, after);
        });
    }

    /** Renews the claim of who still looks at the document. */
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/inbox/{id}/claim")
    void claim(@PathVariable DocumentId id, Viewer viewer) {
        work.claim(id, viewer);
    }

    /** What the field for a colleague suggests. */
    @GetMapping("/fragments/colleagues")
    String colleagues(@RequestParam(required = false) @Nullable String looked, Viewer viewer, Model model) {
        String text = looked == null ? "" : looked.strip();
        model.addAttribute("looked", looked);
        model.addAttribute("colleagues", work.colleagues(text, viewer, MOST_COLLEAGUES));
        return "inbox/handling :: colleagues";
    }

    private static Flash undoable(String key, Document document, String address) {
        return Flash.done(key, document.title())
                .undoneBy(address, Map.of("id", document.id().toString()));
    }

    private static String attempt(DocumentId id, HandlingForm form, RedirectAttributes after, Supplier<String> action) {
        try {
            return action.get();
        } catch (Conflict problem) {
            return refused(id, form, after, problem.stale() ? "stale" : "step");
        } catch (NotAllowed problem) {
            return refused(id, form, after, "not-allowed");
        } catch (NotFound problem) {
            after.addFlashAttribute("flash", Flash.failed("filing.problem.not-found"));
            return "redirect:/inbox";
        } catch (InvalidInput problem) {
            return refused(id, form, after, problem.field().equals("to") ? "colleague" : "reason");
        }
    }

    private static String refused(DocumentId id, HandlingForm form, RedirectAttributes after, String problem) {
        after.addFlashAttribute("flash", Flash.failed("filing.problem." + problem));
        after.addFlashAttribute("handling", form);
        return to(id, form, after);
    }

    private static String to(@Nullable DocumentId id, HandlingForm form, RedirectAttributes after) {
        if (id != null) {
            after.addAttribute("document", id.toString());
        }
        if (form.cursor() != null) {
            after.addAttribute("cursor", form.cursor());
        }
        if (InboxFilter.of(form.show()) != InboxFilter.ALL) {
            after.addAttribute("show", form.show());
        }
        return "redirect:/inbox";
    }
}
