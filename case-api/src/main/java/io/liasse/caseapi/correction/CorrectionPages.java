package io.liasse.caseapi.correction;

import io.liasse.caseapi.web.Flash;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Correction;
import io.liasse.store.document.Corrections;
import io.liasse.store.document.Corrections.NewWord;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageWording;
import io.liasse.store.document.RenditionKind;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people correct the text of a page, word by word or as a whole; what was typed is never lost. */
@Controller
final class CorrectionPages {
    private static final String WORDS = "words";
    private static final String WHOLE = "page";

    private final OpenPages open;
    private final Corrections corrections;
    private final Documents documents;
    private final WordPlaces places;

    CorrectionPages(OpenPages open, Corrections corrections, Documents documents, WordPlaces places) {
        this.open = open;
        this.corrections = corrections;
        this.documents = documents;
        this.places = places;
    }

    /** {@code word} is the one to be corrected. */
    @GetMapping("/documents/{id}/text/correct")
    String show(
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = WORDS) String mode,
            @RequestParam(required = false) @Nullable Integer word,
            Viewer viewer,
            Model model) {
        return show(view(id, page, !mode.equals(WHOLE), word, viewer), model);
    }

    @PostMapping("/documents/{id}/text/correct")
    String correct(
            @PathVariable DocumentId id,
            @RequestParam int page,
            @RequestParam String revision,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Problem problem = attempt(() -> {
            PageWording saved = corrections.correct(id, page, text, revision, viewer);
            told(id, saved, revision, WHOLE, after);
        });
        if (problem == null) {
            return at(id, page, WHOLE, null);
        }
        model.addAttribute("mine", text);
        return again(view(id, page, false, null, viewer), problem, revision, model, response);
    }

    /** {@code was} is the word as its author saw it. */
    @PostMapping("/documents/{id}/text/word")
    String word(
            @PathVariable DocumentId id,
            @RequestParam int page,
            @RequestParam String revision,
            @RequestParam int word,
            @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Problem problem = attempt(() -> {
            PageWording saved = corrections.correctWord(id, page, new NewWord(word, text), revision, viewer);
            told(id, saved, revision, WORDS, after);
        });
        if (problem == null) {
            return at(id, page, WORDS, word);
        }
        PageView view = view(id, page, true, word, viewer);
        WordPlace chosen = view.chosen();
        boolean same = chosen != null && chosen.text().equals(was);
        model.addAttribute("mine", text);
        model.addAttribute("was", was);
        return again(same ? view : view(id, page, true, null, viewer), problem, revision, model, response);
    }

    @PostMapping("/documents/{id}/text/restore")
    String restore(
            @PathVariable DocumentId id,
            @RequestParam int page,
            @RequestParam String revision,
            @RequestParam int version,
            @RequestParam(defaultValue = WORDS) String mode,
            Viewer viewer,
            RedirectAttributes after) {
        String shown = mode.equals(WHOLE) ? WHOLE : WORDS;
        Problem problem = attempt(() -> {
            PageWording saved = corrections.restore(id, page, version, revision, viewer);
            told(id, saved, revision, shown, after);
        });
        if (problem != null) {
            after.addFlashAttribute("flash", Flash.failed(problem.key()));
        }
        return at(id, page, shown, null);
    }

    /** Why something was not saved: the key of a text. */
    private record Problem(HttpStatus status, String key) {}

    private static @Nullable Problem attempt(Runnable change) {
        try {
            change.run();
            return null;
        } catch (Conflict conflict) {
            return new Problem(
                    HttpStatus.CONFLICT, conflict.stale() ? "correction.problem.stale" : "correction.problem.state");
        } catch (InvalidInput invalid) {
            boolean known = invalid.field().equals("word") || invalid.field().equals("version");
            return new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    known ? "correction.problem." + invalid.field() : "correction.problem.text");
        }
    }

    private void told(DocumentId id, PageWording saved, String seen, String mode, RedirectAttributes after) {
        Correction latest = saved.latest();
        if (latest == null || saved.revision().equals(seen)) {
            after.addFlashAttribute("flash", Flash.notice("correction.same"));
            return;
        }
        Map<String, String> undo = Map.of(
                "page", Integer.toString(saved.page()),
                "version", Integer.toString(latest.version() - 1),
                "revision", saved.revision(),
                "mode", mode);
        String key = latest.text() == null ? "correction.back" : "correction.saved";
        after.addFlashAttribute(
                "flash", Flash.done(key, saved.page()).undoneBy("/documents/" + id + "/text/restore", undo));
    }

    private static String at(DocumentId id, int page, String mode, @Nullable Integer word) {
        String place = word == null ? "" : "#w" + word;
        return "redirect:/documents/" + id + "/text/correct?page=" + page + "&mode=" + mode + place;
    }

    /** Who is refused for another reason than a change by somebody else still has to learn of one that he has not seen. */
    private String again(PageView view, Problem problem, String seen, Model model, HttpServletResponse response) {
        response.setStatus(problem.status().value());
        model.addAttribute("seen", problem.status() == HttpStatus.CONFLICT ? null : seen);
        model.addAttribute("problem", problem.key());
        return show(view, model);
    }

    private static String show(PageView view, Model model) {
        model.addAttribute("view", view);
        return "viewer/correct";
    }

    private PageView view(DocumentId id, int page, boolean wordly, @Nullable Integer chosen, Viewer viewer) {
        Document document = open.editable(id, viewer);
        PageWording wording = open.page(id, page, viewer);
        List<WordPlace> words = wordly ? places.of(id, wording) : List.of();
        return new PageView(
                document,
                wording,
                Objects.requireNonNullElse(document.pages(), page),
                documents.rendition(id, RenditionKind.PAGE, page).isPresent(),
                wordly,
                words,
                chosen == null || chosen < 0 || chosen >= words.size() ? null : words.get(chosen),
                HistoryLine.of(wording, corrections.history(id, page, viewer)));
    }
}
