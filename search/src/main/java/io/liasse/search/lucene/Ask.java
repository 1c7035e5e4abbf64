package io.liasse.search.lucene;

import io.liasse.search.query.Wanted;
import io.liasse.store.access.Visibility;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to the index with the rights of the one who asks; null or empty means any.
 *
 * @param without entries that are known already and must not be found again
 * @param cursor of {@link Found#next}
 */
public record Ask(
        Wanted wanted,
        Visibility visibility,
        Narrowing narrowing,
        Set<Key> without,
        Order order,
        int limit,
        @Nullable String cursor) {
    public Ask {
        without = Set.copyOf(without);
    }

    /** The order of what is found. */
    public enum Order {
        RELEVANCE,
        NEWEST,
        OLDEST
    }

    /** What narrows the question down. */
    public record Narrowing(
            Set<Kind> kinds,
            @Nullable UUID caseId,
            @Nullable String type,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String phase,
            @Nullable String language,
            @Nullable UUID tag) {
        public static final Narrowing NONE = new Narrowing(Set.of(), null, null, null, null, null, null, null);

        public Narrowing {
            kinds = Set.copyOf(kinds);
        }
    }
}
