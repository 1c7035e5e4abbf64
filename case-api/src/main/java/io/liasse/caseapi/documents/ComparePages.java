package io.liasse.caseapi.documents;

import io.liasse.caseapi.correction.WordChange;
import io.liasse.store.NotAllowed;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Version;
import io.liasse.store.document.VersionChanges.PageChange;
import io.liasse.store.document.Versions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Two versions of a document beside each other: which pages were taken out, moved, turned, and what was read otherwise. */
@Controller
final class ComparePages {
    /** Lines at once: two pictures each. */
    private static final int SHOWN = 30;

    private final Documents documents;
    private final Versions versions;
    private final AccessPolicy policy;

    ComparePages(Documents documents, Versions versions, AccessPolicy policy) {
        this.documents = documents;
        this.versions = versions;
        this.policy = policy;
    }

    /**
     * @param from the version before {@code to} where it is not said, or is none
     * @param to the present version where it is not said, or is none
     * @param at how many lines come before the first that is shown
     */
    @GetMapping("/documents/{id}/versions/compare")
    String compare(
            @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            @RequestParam(defaultValue = "0") int at,
            Viewer viewer,
            Model model) {
        Document document = documents.get(id, viewer);
        if (!policy.mayOpen(viewer, document)) {
            throw new NotAllowed("open a document in quarantine");
        }
        List<Version> all = documents.versions(id);
        int present = all.getLast().number();
        int later = to != null && to >= 1 && to <= present ? to : present;
        int earlier = from != null && from >= 1 && from <= present ? from : Math.max(1, later - 1);
        model.addAttribute("document", document);
        model.addAttribute("versions", all);
        model.addAttribute("from", earlier);
        model.addAttribute("to", later);
        if (earlier != later) {
            documents.opened(id, viewer);
            show(id, earlier, later, at, model);
        }
        return "viewer/compare";
    }

    private void show(DocumentId id, int from, int to, int at, Model model) {
        List<PageChange> pages = versions.changes(id, from, to).pages();
        List<ChangeLine> lines = ChangeLine.of(pages);
        int first = Math.clamp(at, 0, lines.size());
        List<ChangeLine> shown = lines.subList(first, Math.min(lines.size(), first + SHOWN));
        model.addAttribute("lines", withWords(id, from, to, shown));
        model.addAttribute("before", first == 0 ? null : Math.max(0, first - SHOWN));
        model.addAttribute("next", first + SHOWN < lines.size() ? first + SHOWN : null);
        model.addAttribute("takenOut", count(pages, PageChange::takenOut));
        model.addAttribute("broughtIn", count(pages, PageChange::broughtIn));
        model.addAttribute("moved", count(pages, PageChange::moved));
        model.addAttribute("turned", count(pages, each -> each.turned() != 0));
        model.addAttribute("unchanged", count(pages, each -> !each.changed()));
    }

    private static long count(List<PageChange> pages, Predicate<PageChange> which) {
        return pages.stream().filter(which).count();
    }

    /** A page that was turned was read again; the others say the same in both. */
    private List<ChangeLine> withWords(DocumentId id, int from, int to, List<ChangeLine> lines) {
        List<PageChange> turned = lines.stream()
                .map(ChangeLine::first)
                .filter(each -> each.turned() != 0)
                .toList();
        Map<Integer, String> before = texts(id, from, turned.stream().map(PageChange::before));
        Map<Integer, String> after = texts(id, to, turned.stream().map(PageChange::after));
        return lines.stream()
                .map(line -> line.first().turned() == 0
                        ? line
                        : line.with(WordChange.between(
                                before.getOrDefault(line.first().before(), ""),
                                after.getOrDefault(line.first().after(), ""))))
                .toList();
    }

    private Map<Integer, String> texts(DocumentId id, int number, Stream<@Nullable Integer> pages) {
        return versions.texts(id, number, pages.filter(Objects::nonNull).toList());
    }
}
