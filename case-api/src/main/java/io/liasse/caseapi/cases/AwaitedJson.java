package io.liasse.caseapi.cases;

import io.liasse.store.awaited.Awaited;
import io.liasse.store.awaited.AwaitedState;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that a case waits for.
 *
 * @param document the one that arrived, while the state is ARRIVED
 * @param notedBy display name of who noted it
 */
record AwaitedJson(
        UUID id,
        String what,
        @Nullable FromJson from,
        @Nullable String type,
        LocalDate askedOn,
        @Nullable LocalDate dueOn,
        AwaitedState state,
        boolean overdue,
        @Nullable UUID document,
        String notedBy,
        Instant notedAt,
        long version) {
    /** The person or organisation it is to come from. */
    record FromJson(UUID id, PartyKind kind, String name) {
        static @Nullable FromJson of(@Nullable Party party) {
            return party == null ? null : new FromJson(party.id().value(), party.kind(), party.name());
        }
    }

    static AwaitedJson of(Awaited awaited, LocalDate today) {
        return new AwaitedJson(
                awaited.id().value(),
                awaited.what(),
                FromJson.of(awaited.from()),
                awaited.type(),
                awaited.askedOn(),
                awaited.dueOn(),
                awaited.state(),
                awaited.overdue(today),
                awaited.document() == null ? null : awaited.document().value(),
                awaited.notedBy(),
                awaited.notedAt(),
                awaited.version());
    }
}
