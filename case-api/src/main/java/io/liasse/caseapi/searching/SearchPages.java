package io.liasse.caseapi.searching;

import io.liasse.search.Hit;
import io.liasse.search.Results;
import io.liasse.search.Search;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseQuery;
import io.liasse.store.casefile.CaseReference;
import java.util.List;
import java.util.Optional;
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
    private final CaseFiles cases;

    SearchPages(Search search, CaseFiles cases) {
        this.search = search;
        this.cases = cases;
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
        model.addAttribute("exact", exactCase(form, results, viewer).orElse(null));
        model.addAttribute("facets", Facet.of(form, results.facets()));
        model.addAttribute("shown", shown(hits, look));
        model.addAttribute("next", next(form, results.next()));
        model.addAttribute("suggestion", suggestion(form, results.didYouMean()));
    }

    /** A case that was asked for by its exact reference comes first, unless the index found it already. */
    private Optional<CaseFile> exactCase(SearchForm form, Results results, Viewer viewer) {
        if (form.cursor() != null || form.q() == null) {
            return Optional.empty();
        }
        return CaseReference.parse(form.q())
                .filter(each -> !found(each, results))
                .flatMap(each -> named(each, viewer));
    }

    private static boolean found(CaseReference reference, Results results) {
        return results.hits().stream()
                .anyMatch(hit -> hit.kind() == Hit.Kind.CASE && reference.equals(hit.caseReference()));
    }

    private Optional<CaseFile> named(CaseReference reference, Viewer viewer) {
        CaseQuery query = new CaseQuery(reference.toString(), null, null, null, null, null);
        return cases.page(query, viewer, PageRequest.first(5)).items().stream()
                .filter(each -> each.reference().equals(reference))
                .findFirst();
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
