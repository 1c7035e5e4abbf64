package io.liasse.caseapi.bulk;

import io.liasse.caseapi.cases.CaseHead;
import io.liasse.caseapi.cases.CaseHeads;
import io.liasse.caseapi.web.Flash;
import io.liasse.routes.PageEditing;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts documents that somebody ticked in the list of a case together, in an order chosen here. */
@Controller
@RequestMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/documents/merge")
final class MergePages {
    private final CaseHeads heads;
    private final Documents documents;
    private final PageEditing editing;

    MergePages(CaseHeads heads, Documents documents, PageEditing editing) {
        this.heads = heads;
        this.documents = documents;
        this.editing = editing;
    }

    /**
     * What was ticked.
     *
     * @param place of each, as people number them; those without one come last
     */
    record Form(List<DocumentId> document, List<@Nullable Integer> place) {
        @SuppressWarnings("NullAway") // binding leaves out lists of which nothing was sent
        Form {
            document = document == null
                    ? List.of()
                    : document.stream().filter(Objects::nonNull).distinct().toList();
            place = place == null ? List.of() : new ArrayList<>(place);
        }

        List<DocumentId> ordered() {
            return IntStream.range(0, document.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(this::placeOf))
                    .map(document::get)
                    .toList();
        }

        private int placeOf(int index) {
            Integer said = index < place.size() ? place.get(index) : null;
            return said == null ? Integer.MAX_VALUE : said;
        }
    }

    /** One of the documents, and whether its pages can go into another now. */
    record Line(Document document, boolean ready, boolean signed) {}

    @GetMapping
    String show(@PathVariable String reference, @ModelAttribute Form form, Viewer viewer, Model model) {
        CaseHead head = writable(reference, viewer);
        List<Line> lines = lines(head, form, viewer);
        model.addAttribute("head", head);
        model.addAttribute("lines", lines);
        model.addAttribute("enough", lines.stream().filter(Line::ready).count() > 1);
        model.addAttribute("signed", lines.stream().anyMatch(Line::signed));
        return "bulk/merge";
    }

    private CaseHead writable(String reference, Viewer viewer) {
        CaseHead head = heads.of(reference, viewer);
        if (!head.mayWrite()) {
            throw new NotAllowed("put documents of the case together");
        }
        return head;
    }

    /** Those in this case, as they were ticked. */
    private List<Line> lines(CaseHead head, Form form, Viewer viewer) {
        return documents.visible(form.document(), viewer).stream()
                .filter(each -> head.file().id().equals(each.caseId()))
                .sorted(Comparator.comparingInt(each -> form.document().indexOf(each.id())))
                .map(each -> new Line(
                        each, ready(each), !documents.signatures(each.id()).isEmpty()))
                .toList();
    }

    private static boolean ready(Document document) {
        Integer pages = document.pages();
        return document.state() == DocumentState.FILED && pages != null && pages > 0;
    }

    @PostMapping
    String merge(@PathVariable String reference, @ModelAttribute Form form, Viewer viewer, RedirectAttributes after) {
        CaseHead head = writable(reference, viewer);
        List<DocumentId> all = form.ordered();
        try {
            if (all.size() < 2) {
                throw new InvalidInput("with", "is missing");
            }
            Document first = editing.merge(all.getFirst(), all.subList(1, all.size()), null, viewer);
            after.addFlashAttribute(
                    "flash",
                    Flash.done("organiser.merging.case", first.title())
                            .undoneBy("/documents/" + first.id() + "/undivide", Map.of()));
            return "redirect:" + head.path() + "/documents";
        } catch (Conflict problem) {
            after.addFlashAttribute("flash", Flash.failed("organiser.problem.state"));
        } catch (InvalidInput problem) {
            after.addFlashAttribute("flash", Flash.failed("merge.problem"));
        }
        after.addAttribute("document", form.document());
        return "redirect:" + head.path() + "/documents/merge";
    }
}
