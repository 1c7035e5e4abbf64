package io.liasse.store.casefile;

import io.liasse.store.access.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case without its content.
 *
 * @param type key of the case type, e.g. {@code case-management}
 * @param phase key of the phase, e.g. {@code intake}
 * @param sealed seen only by those who hold a right on it
 * @param manager who steers it
 * @param version rises with each change; the ETag
 */
public record CaseFile(
        CaseId id,
        CaseReference reference,
        String type,
        String title,
        String phase,
        CaseState state,
        boolean sealed,
        @Nullable UserId manager,
        Instant openedAt,
        @Nullable Instant closedAt,
        Instant changedAt,
        long version) {}
