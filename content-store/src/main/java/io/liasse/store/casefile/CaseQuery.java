package io.liasse.store.casefile;

import io.liasse.store.access.UserId;
import io.liasse.store.party.PartyId;
import org.jspecify.annotations.Nullable;

/** Which cases a list shows; null means any. {@code text} matches the reference exactly or words of the title. */
public record CaseQuery(
        @Nullable String text,
        @Nullable String type,
        @Nullable String phase,
        @Nullable CaseState state,
        @Nullable UserId manager,
        @Nullable PartyId party) {
    public static final CaseQuery ALL = new CaseQuery(null, null, null, null, null, null);
}
