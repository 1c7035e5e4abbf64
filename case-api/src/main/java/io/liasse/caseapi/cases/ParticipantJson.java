package io.liasse.caseapi.cases;

import io.liasse.store.casefile.Participant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A party with a role in a case, since when and until when. */
record ParticipantJson(
        PartyJson party,
        String role,
        Instant since,
        @Nullable Instant until) {
    static ParticipantJson of(Participant participant) {
        return new ParticipantJson(
                PartyJson.of(participant.party()), participant.role(), participant.since(), participant.until());
    }
}
