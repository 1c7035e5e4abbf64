package io.liasse.caseapi.documents;

import io.liasse.store.document.DocumentState;
import io.liasse.store.document.PageHint;
import io.liasse.store.document.Standing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a document has come: all that is told to whom posted it but may not see it.
 *
 * @param hints what is wrong with its pages, told as soon as they were glanced at
 */
record StandingJson(
        UUID id,
        UUID item,
        DocumentState state,
        @Nullable String reason,
        Instant receivedAt,
        @Nullable Instant readAt,
        @Nullable Instant filedAt,
        List<HintJson> hints) {
    static StandingJson of(Standing standing, List<PageHint> hints) {
        return new StandingJson(
                standing.id().value(),
                standing.item().value(),
                standing.state(),
                standing.reason(),
                standing.receivedAt(),
                standing.readAt(),
                standing.filedAt(),
                hints.stream().map(HintJson::of).toList());
    }
}
