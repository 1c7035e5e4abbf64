package io.liasse.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as understood.
 *
 * @param all what must all be found; empty finds everything
 * @param none what must not be found
 * @param problem message key of what could not be understood, null when all was
 */
public record Wanted(
        List<Clause> all, List<Clause> none, @Nullable String problem) {
    /** Longer texts are cut here. */
    public static final int MOST_CHARACTERS = 1_000;

    /** Further words are left out. */
    public static final int MOST_CLAUSES = 32;

    public static final String TOO_LONG = "query-too-long";
    public static final String UNBALANCED_QUOTE = "unbalanced-quote";

    public Wanted {
        all = List.copyOf(all);
        none = List.copyOf(none);
    }

    /** Reads words, {@code "phrases"}, {@code prefix*} and {@code -without}; whatever is typed gives an answer. */
    public static Wanted read(String text) {
        return new Reader(text).read();
    }

    /** Whether nothing has to be found, so that hits have no relevance. */
    public boolean namesNothing() {
        return all.isEmpty();
    }
}
