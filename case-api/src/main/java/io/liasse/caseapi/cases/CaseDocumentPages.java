package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Address;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.DocumentQuery.Order;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.document.Documents;
import io.liasse.store.tag.Marks;
import io.liasse.store.tag.Tag;
import io.liasse.store.tag.TagId;
import io.liasse.store.tag.Tags;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents of one case, newest first or oldest first, of one type or all. */
@Controller
final class CaseDocumentPages {
    /** What the list is narrowed to; null means any. */
    record Filter(
            @Nullable String type,
            @Nullable Order order,
            @Nullable String tag) {
        String url(String path, @Nullable String cursor) {
            return Address.of(path)
                    .with("type", type)
                    .with("order", order)
                    .with("tag", tag)
                    .with("cursor", cursor)
                    .toString();
        }
    }

    private final CaseHeads heads;
    private final Documents documents;
    private final DocumentTypes types;
    private final Tags tags;
    private final Marks marks;

    CaseDocumentPages(CaseHeads heads, Documents documents, DocumentTypes types, Tags tags, Marks marks) {
        this.heads = heads;
        this.documents = documents;
        this.types = types;
        this.tags = tags;
        this.marks = marks;
    }

    @InitBinder
    void emptyMeansAny(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/documents")
    String list(
            @PathVariable String reference,
            @ModelAttribute("filter") Filter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Viewer viewer,
            Model model) {
        CaseHead head = heads.of(reference, viewer);
        Page<Document> page = page(head, filter, viewer, new PageRequest(PageRequest.USUAL, cursor));
        List<DocumentId> shown = page.items().stream().map(Document::id).toList();
        model.addAttribute("tags", tags.ofDocuments(shown));
        model.addAttribute("marks", marks.of(shown, viewer));
        model.addAttribute("head", head);
        model.addAttribute("documents", page.items());
        model.addAttribute("more", page.next() == null ? null : filter.url(head.path() + "/documents", page.next()));
        model.addAttribute("types", types.all());
        return fragment == null || cursor == null ? "cases/documents" : "cases/documents :: rows";
    }

    /** A tag that nobody has made is on no document. */
    private Page<Document> page(CaseHead head, Filter filter, Viewer viewer, PageRequest page) {
        Optional<TagId> tag =
                Optional.ofNullable(filter.tag()).flatMap(tags::named).map(Tag::id);
        if (filter.tag() != null && tag.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        DocumentQuery query =
                new DocumentQuery(Set.of(), head.file().id(), filter.type(), filter.order(), tag.orElse(null));
        return documents.page(query, viewer, page);
    }
}
