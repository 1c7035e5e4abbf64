package io.liasse.caseapi.searching;

import io.liasse.caseapi.web.Listing;
import io.liasse.search.Hit;
import io.liasse.search.Question;
import io.liasse.search.Results;
import io.liasse.search.Search;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.tag.TagId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/search}: finds cases, people and documents that the caller may see. */
@RestController
@RequestMapping("/api/v1/search")
final class SearchController {
    private static final int USUAL = 20;
    private static final int SUGGESTIONS = 10;

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    /** What is asked; everything but the words narrows the result. Most hits: 1 to 100, usually 20. */
    @ParameterObject
    record Asked(
            @Nullable String q,
            @Nullable Set<Hit.Kind> kind,
            @BindParam("case") @Nullable String caseReference,
            @Nullable String type,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String phase,
            @Nullable String language,

            @Parameter(description = "Id of a tag that documents and cases carry") @Nullable
            UUID tag,

            Question.@Nullable Sort sort,
            @Nullable Integer limit,
            @Nullable String cursor) {
        Question question() {
            return new Question(
                    q == null ? "" : q,
                    kind == null ? Set.of() : kind,
                    reference(),
                    type,
                    from,
                    to,
                    phase,
                    language,
                    tag == null ? null : new TagId(tag),
                    sort == null ? Question.Sort.RELEVANCE : sort,
                    checkedLimit(),
                    cursor);
        }

        private int checkedLimit() {
            int wanted = limit == null ? USUAL : limit;
            if (wanted < 1 || wanted > 100) {
                throw new InvalidInput("limit", "must be from 1 to 100");
            }
            return wanted;
        }

        private @Nullable CaseReference reference() {
            return caseReference == null || caseReference.isBlank()
                    ? null
                    : CaseReference.parse(caseReference)
                            .orElseThrow(() -> new InvalidInput("case", "is not a case reference"));
        }
    }

    @Operation(
            summary = "Searches",
            description = "Words, \"phrases\", begin*, -without. Snippets are HTML: mark elements, all else escaped."
                    + " The facet tag counts by the ids of tags.")
    @GetMapping
    ResultsJson find(Asked asked, Viewer viewer) {
        Results results = search.find(asked.question(), viewer);
        return ResultsJson.of(results);
    }

    @Operation(summary = "Completes what is being typed", description = "Cases, people and documents.")
    @GetMapping("/suggest")
    Listing<HitJson> suggest(@RequestParam String q, @RequestParam(defaultValue = "10") int limit, Viewer viewer) {
        List<Hit> hits = search.suggest(q, viewer, Math.clamp(limit, 1, SUGGESTIONS));
        return Listing.whole(hits, HitJson::of);
    }
}
