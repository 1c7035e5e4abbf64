package io.liasse.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Question}.
 *
 * @param total documents, cases and people that match and the viewer may see
 * @param tookMillis wall time
 * @param facets counts by facet ({@code kind type tag phase language}, tags by id), most first; computed under the same rights
 * @param next cursor of the next page, null on the last
 * @param problem what is wrong with the question, as message key; the rest is then what could be understood
 */
public record Results(
        long total,
        long tookMillis,
        List<Hit> hits,
        Map<String, List<Count>> facets,
        @Nullable String didYouMean,
        @Nullable String next,
        @Nullable String problem) {
    /** How many results have a value. */
    public record Count(String value, long count) {}

    public Results {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }
}
