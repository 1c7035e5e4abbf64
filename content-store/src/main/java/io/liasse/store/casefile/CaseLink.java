package io.liasse.store.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link as it is seen from one of its cases.
 *
 * @param other the case at its other end
 * @param kind said from the case it is seen from
 * @param by the name of who linked them
 */
public record CaseLink(
        CaseLinkId id,
        CaseFile other,
        LinkKind kind,
        @Nullable String note,
        String by,
        Instant at) {}
