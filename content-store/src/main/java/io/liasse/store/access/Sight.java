package io.liasse.store.access;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a viewer may see as part of a statement: relations to stand after {@code from}, with {@code :viewer} (the id of the
 * viewer) as their only parameter. Made by {@link AccessPolicy} only.
 *
 * @param cases the visible rows of the table of cases
 * @param parts the visible rows of the table of documents, in relations that have no row in common; a list takes the
 *     first rows of each by its index, rather than all rows of all
 * @param wide whether most rows are visible, so that it is best to walk a list and leave out those that are not;
 *     otherwise it is best to begin at the few that are
 */
public record Sight(String cases, List<String> parts, boolean wide) {
    public Sight {
        parts = List.copyOf(parts);
    }

    /** The visible rows of the table of documents. */
    public String documents() {
        return parts.stream().collect(Collectors.joining(" union all select * from ", "(select * from ", ")"));
    }
}
