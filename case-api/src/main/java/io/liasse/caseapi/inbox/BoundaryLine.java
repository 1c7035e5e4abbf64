package io.liasse.caseapi.inbox;

import io.liasse.store.document.Boundary;
import java.util.List;
import java.util.Set;

/**
 * A page on which another document may begin, as the inbox shows it.
 *
 * @param reasons keys that have a text {@code boundary.<key>}
 */
record BoundaryLine(int page, int percent, List<String> reasons) {
    static final Set<String> REASONS = Set.of(
            "numbering-restarts",
            "numbering-complete",
            "salutation",
            "closing-before",
            "heading",
            "sender-changes",
            "date-line",
            "address",
            "blank-before",
            "size-changes",
            "language-changes");

    static BoundaryLine of(Boundary boundary) {
        return new BoundaryLine(
                boundary.page(),
                (int) Math.round(boundary.score() * 100),
                boundary.reasons().stream().filter(REASONS::contains).toList());
    }
}
