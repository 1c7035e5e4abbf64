package io.liasse.store.document;

import io.liasse.store.casefile.CaseId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person's decision on a document; null leaves as is. {@code fields} are corrected values by name. */
public record FilingOrder(
        CaseId caseId,
        @Nullable String type,
        @Nullable String title,
        @Nullable LocalDate date,
        Map<String, String> fields) {
    public FilingOrder {
        fields = Map.copyOf(fields);
    }
}
