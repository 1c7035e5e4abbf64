package io.liasse.caseapi.documents;

import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page that says why a document was filed so. */
@Controller
final class WhyPages {
    private final Why why;
    private final AccessPolicy policy;

    WhyPages(Why why, AccessPolicy policy) {
        this.why = why;
        this.policy = policy;
    }

    @GetMapping("/documents/{id}/filing")
    String show(@PathVariable DocumentId id, Viewer viewer, Model model) {
        model.addAttribute("why", why.of(id, viewer));
        model.addAttribute("mayReadRules", policy.mayReadFiling(viewer));
        return "viewer/why";
    }
}
