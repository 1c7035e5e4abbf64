package io.liasse.store.journal;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.DocumentId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry to append. {@code details} is small and flat: ids, names of what changed, old and new values; no content. */
public record NewEntry(
        Action action,
        Actor actor,
        @Nullable CaseId caseId,
        @Nullable DocumentId document,
        Map<String, String> details) {
    public NewEntry {
        details = Map.copyOf(details);
    }

    public static NewEntry of(Action action, Actor actor) {
        return new NewEntry(action, actor, null, null, Map.of());
    }

    public NewEntry in(@Nullable CaseId id) {
        return new NewEntry(action, actor, id, document, details);
    }

    public NewEntry about(@Nullable DocumentId id) {
        return new NewEntry(action, actor, caseId, id, details);
    }

    public NewEntry with(Map<String, String> more) {
        return new NewEntry(action, actor, caseId, document, more);
    }
}
