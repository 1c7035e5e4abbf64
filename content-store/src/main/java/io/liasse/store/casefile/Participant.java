package io.liasse.store.casefile;

import io.liasse.store.party.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A party with a role in one case, since when and until when. */
public record Participant(
        CaseId caseId,
        Party party,
        String role,
        Instant since,
        @Nullable Instant until) {
    public boolean present() {
        return until == null;
    }
}
