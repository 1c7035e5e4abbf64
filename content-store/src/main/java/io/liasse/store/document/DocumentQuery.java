package io.liasse.store.document;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.tag.TagId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which documents a list shows; null or empty means any. */
public record DocumentQuery(
        Set<DocumentState> states,
        @Nullable CaseId caseId,
        @Nullable String type,
        @Nullable Order order,
        @Nullable TagId tag) {
    /** The order of a list. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }

    /** With any tags, or none. */
    public DocumentQuery(
            Set<DocumentState> states, @Nullable CaseId caseId, @Nullable String type, @Nullable Order order) {
        this(states, caseId, type, order, null);
    }

    public DocumentQuery {
        states = Set.copyOf(states);
    }

    /** What waits for a person, oldest first. */
    public static DocumentQuery inbox() {
        return new DocumentQuery(
                Set.of(
                        DocumentState.INBOX,
                        DocumentState.FAILED,
                        DocumentState.NEEDS_PASSWORD,
                        DocumentState.QUARANTINED),
                null,
                null,
                Order.OLDEST_FIRST);
    }

    public static DocumentQuery of(CaseId caseId) {
        return new DocumentQuery(Set.of(), caseId, null, Order.NEWEST_FIRST);
    }
}
