package io.liasse.store.casefile;

import io.liasse.store.access.UserId;
import org.jspecify.annotations.Nullable;

/** What to change in a case; null leaves as is. */
public record CaseChange(
        @Nullable String title,
        @Nullable String phase,
        @Nullable CaseState state,
        @Nullable Boolean sealed,
        @Nullable UserId manager) {}
