package io.liasse.caseapi.searching;

import io.liasse.search.Results;
import io.liasse.search.Search;
import io.liasse.store.access.Viewer;
import java.util.List;
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

    SearchPages(Search search) {
        this.search = search;
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
        model.addAttribute("facets", Facet.of(form, results.facets()));
        model.addAttribute("shown", shown(hits, look));
        model.addAttribute("next", next(form, results.next()));
        model.addAttribute("suggestion", suggestion(form, results.didYouMean()));
    }

    private static @Nullable HitCard shown(List<HitCard> hits, @Nullable String look) {
        List<HitCard> documents = hits.stream().filter(HitCard::document).toList();
        return documents.stream()
                .filter(each -> each.id().equals(look))
                .findFirst()
                .orElse(documents.isEmpty() ? null : documents.getFirst());
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
