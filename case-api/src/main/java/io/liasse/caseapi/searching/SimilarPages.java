package io.liasse.caseapi.searching;

import io.liasse.search.Similar;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The documents like another: a page of its own, whose list the viewer fetches. */
@Controller
final class SimilarPages {
    private static final int SHOWN = 8;

    private final Similar similar;
    private final Documents documents;

    SimilarPages(Similar similar, Documents documents) {
        this.similar = similar;
        this.documents = documents;
    }

    @GetMapping("/documents/{id}/similar")
    String show(@PathVariable DocumentId id, Viewer viewer, Model model) {
        model.addAttribute("document", documents.get(id, viewer));
        model.addAttribute(
                "hits",
                similar.to(id, viewer, SHOWN).stream()
                        .map(hit -> HitCard.of(hit, null))
                        .toList());
        return "search/similar";
    }
}
