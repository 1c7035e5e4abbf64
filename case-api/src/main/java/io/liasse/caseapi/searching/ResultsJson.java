package io.liasse.caseapi.searching;

import io.liasse.search.Results;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a search. {@code problem} says what of the question could not be understood. */
record ResultsJson(
        long total,
        long tookMs,
        List<HitJson> hits,
        Map<String, List<Results.Count>> facets,
        @Nullable String didYouMean,
        @Nullable String next,
        @Nullable String problem) {
    static ResultsJson of(Results results) {
        return new ResultsJson(
                results.total(),
                results.tookMillis(),
                results.hits().stream().map(HitJson::of).toList(),
                results.facets(),
                results.didYouMean(),
                results.next(),
                results.problem());
    }
}
