package io.liasse.search.lucene;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the index answers.
 *
 * @param total entries that match
 * @param facets how many of them by value of {@code kind type phase language}
 * @param next cursor of what comes after, null when nothing does
 */
public record Found(
        long total,
        List<Match> matches,
        Map<String, Map<String, Long>> facets,
        @Nullable String next) {
    public Found {
        matches = List.copyOf(matches);
        facets = Map.copyOf(facets);
    }

    /**
     * An entry found.
     *
     * @param page number of its best page, null when it has none
     * @param body text of that page
     * @param language of the body
     */
    public record Match(
            Key key,
            double score,
            @Nullable Integer page,
            String body,
            @Nullable String language) {}
}
