package io.liasse.caseapi.searching;

import io.liasse.search.Results;
import io.liasse.search.Search;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.document.Documents;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.tag.Tag;
import io.liasse.store.tag.TagId;
import io.liasse.store.tag.Tags;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page: the question, ways to narrow it down, what was found, and a look at one of the hits. */
@Controller
final class SearchPages {
    private final Search search;
    private final Tags tags;
    private final DocumentTypes types;
    private final Documents documents;

    SearchPages(Search search, Tags tags, DocumentTypes types, Documents documents) {
        this.search = search;
        this.tags = tags;
        this.types = types;
        this.documents = documents;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    /** {@code look} is the id of the hit shown beside the list; without it the first document is. */
    @GetMapping("/search")
    String show(
            @ModelAttribute("form") SearchForm form,
            @RequestParam(required = false) @Nullable String look,
            Viewer viewer,
            Model model) {
        model.addAttribute("searchText", form.q());
        if (form.asks()) {
            addResults(form, look, viewer, model);
        }
        return "search/search";
    }

    private void addResults(SearchForm form, @Nullable String look, Viewer viewer, Model model) {
        Results results = search.find(form.question(), viewer);
        List<HitCard> hits =
                results.hits().stream().map(hit -> HitCard.of(hit, form.q())).toList();
        model.addAttribute("results", results);
        model.addAttribute("hits", hits);
        List<Facet> facets = Facet.of(form, results.facets());
        model.addAttribute("facets", facets);
        model.addAttribute("tags", named(facets));
        model.addAttribute("types", types.all());
        model.addAttribute("here", here(form));
        HitCard shown = shown(hits, look);
        model.addAttribute("shown", shown);
        model.addAttribute("pictured", shown != null && pictured(shown));
        model.addAttribute("next", next(form, results.next()));
        model.addAttribute("suggestion", suggestion(form, results.didYouMean()));
    }

    /** The tags of the facet by their ids, without one that was chosen and is no longer there. */
    private Map<String, Tag> named(List<Facet> facets) {
        List<TagId> ids = facets.stream()
                .filter(each -> each.name().equals("tag"))
                .flatMap(each -> each.values().stream())
                .map(each -> TagId.of(each.value()))
                .toList();
        return tags.findAll(ids).entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue));
    }

    private static @Nullable HitCard shown(List<HitCard> hits, @Nullable String look) {
        List<HitCard> documents = hits.stream().filter(HitCard::document).toList();
        return documents.stream()
                .filter(each -> each.id().equals(look))
                .findFirst()
                .orElse(documents.isEmpty() ? null : documents.getFirst());
    }

    private boolean pictured(HitCard hit) {
        int page = hit.page() == null ? 1 : hit.page();
        return documents
                .rendition(DocumentId.of(hit.id()), RenditionKind.PAGE, page)
                .isPresent();
    }

    /** The address of what is shown, to come back to. */
    private static String here(SearchForm form) {
        String page = next(form, form.cursor());
        return page == null ? form.address().build().toUriString() : page;
    }

    private static @Nullable String next(SearchForm form, @Nullable String cursor) {
        return cursor == null
                ? null
                : form.address()
                        .queryParam("cursor", SearchForm.encoded(cursor))
                        .build()
                        .toUriString();
    }

    private static @Nullable String suggestion(SearchForm form, @Nullable String better) {
        return better == null
                ? null
                : form.address()
                        .replaceQueryParam("q", SearchForm.encoded(better))
                        .build()
                        .toUriString();
    }
}
