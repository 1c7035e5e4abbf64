package io.liasse.search;

import io.liasse.store.casefile.CaseReference;
import io.liasse.store.tag.TagId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the index; null or empty means any.
 *
 * @param text words, {@code "phrases"}, {@code prefix*}, {@code -without}; empty finds all
 * @param limit 1 to 100
 * @param cursor of the page before
 */
public record Question(
        String text,
        Set<Hit.Kind> kinds,
        @Nullable CaseReference caseReference,
        @Nullable String type,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String phase,
        @Nullable String language,
        @Nullable TagId tag,
        Sort sort,
        int limit,
        @Nullable String cursor) {
    /** The order of hits. */
    public enum Sort {
        RELEVANCE,
        NEWEST,
        OLDEST
    }

    public Question {
        kinds = Set.copyOf(kinds);
    }

    public static Question of(String text) {
        return new Question(text, Set.of(), null, null, null, null, null, null, null, Sort.RELEVANCE, 20, null);
    }
}
