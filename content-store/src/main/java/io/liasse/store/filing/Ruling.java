package io.liasse.store.filing;

import io.liasse.store.casefile.CaseReference;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about one document, taken together: of several types or cases the first counts.
 *
 * @param acted names of the rules whose conditions held, in order
 * @param asks name of a rule by which the document is never filed alone; null when there is none
 * @param type to be set where nothing better is known
 */
public record Ruling(
        List<String> acted,
        @Nullable String asks,
        @Nullable String type,
        @Nullable Naming naming,
        Set<UUID> tags) {
    /** When no rule holds. */
    public static final Ruling NONE = new Ruling(List.of(), null, null, null, Set.of());

    /**
     * A case that a rule names.
     *
     * @param file whether the document is filed there; otherwise the case is only proposed
     */
    public record Naming(String rule, CaseReference reference, boolean file) {}

    public Ruling {
        acted = List.copyOf(acted);
        tags = Set.copyOf(tags);
    }
}
