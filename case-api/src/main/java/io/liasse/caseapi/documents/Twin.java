package io.liasse.caseapi.documents;

import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Duplicate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another document that looks the same, as screens show it. */
public record Twin(
        DocumentId id,
        String title,
        @Nullable CaseReference caseReference,
        Instant receivedAt,
        Duplicate.Kind kind,
        int percent) {
    public static List<Twin> of(Collection<Duplicate> duplicates) {
        return duplicates.stream()
                .map(each -> new Twin(
                        each.document().id(),
                        each.document().title(),
                        each.document().caseReference(),
                        each.document().receivedAt(),
                        each.kind(),
                        (int) Math.round(each.similarity() * 100)))
                .toList();
    }

    /** Whether it is the same file, not only the same words. */
    public boolean same() {
        return kind == Duplicate.Kind.SAME_BYTES;
    }
}
