package io.liasse.store.awaited;

import io.liasse.store.document.DocumentId;
import io.liasse.store.party.Party;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that a case waits for.
 *
 * @param from the person or organisation it is to come from
 * @param type key of the document type it should have
 * @param document the one that arrived; null unless the state is ARRIVED
 * @param notedBy display name of who noted it
 */
public record Awaited(
        AwaitedId id,
        String what,
        @Nullable Party from,
        @Nullable String type,
        LocalDate askedOn,
        @Nullable LocalDate dueOn,
        AwaitedState state,
        @Nullable DocumentId document,
        String notedBy,
        Instant notedAt,
        long version) {
    public boolean open() {
        return state == AwaitedState.OPEN;
    }

    /** Whether it should have come before {@code today}. */
    public boolean overdue(LocalDate today) {
        return open() && dueOn != null && dueOn.isBefore(today);
    }
}
