package io.liasse.caseapi.cases;

import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case without its content. {@code version} is that of the entity tag. */
record CaseJson(
        String reference,
        UUID id,
        String type,
        String title,
        String phase,
        CaseState state,
        boolean sealed,
        @Nullable Manager manager,
        Instant openedAt,
        @Nullable Instant closedAt,
        Instant changedAt,
        long version) {
    /** Who steers the case. */
    record Manager(UUID id, String name) {}

    static CaseJson of(CaseFile file, Names names) {
        return new CaseJson(
                file.reference().toString(),
                file.id().value(),
                file.type(),
                file.title(),
                file.phase(),
                file.state(),
                file.sealed(),
                file.manager() == null ? null : new Manager(file.manager().value(), names.of(file.manager())),
                file.openedAt(),
                file.closedAt(),
                file.changedAt(),
                file.version());
    }
}
