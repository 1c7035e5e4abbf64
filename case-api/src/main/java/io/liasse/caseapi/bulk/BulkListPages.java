package io.liasse.caseapi.bulk;

import io.liasse.caseapi.web.Address;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.document.Documents;
import io.liasse.store.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits in the inbox as a table, to change several at once. */
@Controller
final class BulkListPages {
    private final Documents documents;
    private final DocumentTypes types;
    private final Tags tags;

    BulkListPages(Documents documents, DocumentTypes types, Tags tags) {
        this.documents = documents;
        this.types = types;
        this.tags = tags;
    }

    @GetMapping("/inbox/all")
    String inbox(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Viewer viewer,
            Model model) {
        Page<Document> page = documents.page(DocumentQuery.inbox(), viewer, new PageRequest(PageRequest.USUAL, cursor));
        List<DocumentId> shown = page.items().stream().map(Document::id).toList();
        model.addAttribute("documents", page.items());
        model.addAttribute("tags", tags.ofDocuments(shown));
        model.addAttribute("types", types.all());
        model.addAttribute(
                "more",
                page.next() == null
                        ? null
                        : Address.of("/inbox/all").with("cursor", page.next()).toString());
        return fragment == null || cursor == null ? "bulk/inbox" : "bulk/inbox :: rows";
    }
}
