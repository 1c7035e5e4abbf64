package io.liasse.search;

import io.liasse.search.Exact.Named;
import io.liasse.search.Results.Count;
import io.liasse.store.tag.Tag;
import io.liasse.store.tag.TagId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds what was named exactly to what the index counted. */
final class Facets {
    private static final int MOST_VALUES = 50;

    private Facets() {}

    /** {@code tags} tells which of these there are; the index may still hold others that were done away with. */
    static Map<String, List<Count>> of(
            Map<String, Map<String, Long>> counted,
            List<Named> named,
            Function<Collection<TagId>, Map<TagId, Tag>> tags) {
        Map<String, Map<String, Long>> sums = new HashMap<>();
        counted.forEach((facet, counts) -> sums.put(facet, new HashMap<>(counts)));
        for (Named each : named) {
            add(sums, "kind", each.key().kind().name());
            add(sums, "type", each.type());
            add(sums, "phase", each.phase());
            add(sums, "language", each.language());
            each.tags().forEach(tag -> add(sums, "tag", tag.toString()));
        }
        sums.computeIfPresent("tag", (facet, counts) -> existing(counts, tags));
        Map<String, List<Count>> facets = new HashMap<>();
        sums.forEach((facet, counts) -> facets.put(facet, sorted(counts)));
        return facets;
    }

    private static Map<String, Long> existing(
            Map<String, Long> counts, Function<Collection<TagId>, Map<TagId, Tag>> tags) {
        List<TagId> ids = counts.keySet().stream().map(TagId::of).toList();
        Set<TagId> existing = ids.isEmpty() ? Set.of() : tags.apply(ids).keySet();
        counts.keySet().removeIf(id -> !existing.contains(TagId.of(id)));
        return counts;
    }

    private static void add(Map<String, Map<String, Long>> sums, String facet, @Nullable String value) {
        if (value != null) {
            sums.computeIfAbsent(facet, f -> new HashMap<>()).merge(value, 1L, Long::sum);
        }
    }

    private static List<Count> sorted(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> new Count(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value))
                .limit(MOST_VALUES)
                .toList();
    }
}
