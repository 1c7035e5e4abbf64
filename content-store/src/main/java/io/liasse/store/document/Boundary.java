package io.liasse.store.document;

import java.util.List;

/**
 * A page on which another document may begin.
 *
 * @param page from 2
 * @param score 0 to 1
 * @param reasons keys, the strongest first
 * @param dismissed whether a person said that it does not
 */
public record Boundary(int page, double score, List<String> reasons, boolean dismissed) {
    public Boundary {
        reasons = List.copyOf(reasons);
    }
}
