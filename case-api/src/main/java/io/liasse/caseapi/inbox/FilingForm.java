package io.liasse.caseapi.inbox;

import io.liasse.store.document.DocumentId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What a clerk decided.
 *
 * @param reference of the chosen case
 * @param looked what was typed to find another case
 * @param newCaseTitle and {@code newCaseType}: for a case to be opened with this document
 * @param version the one the clerk saw
 * @param next the document to show afterwards
 * @param cursor of the list page
 */
record FilingForm(
        @Nullable String reference,
        @Nullable String looked,
        @Nullable String newCaseTitle,
        @Nullable String newCaseType,
        @Nullable String type,
        @Nullable String title,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate date,

        @Nullable Long version,
        Map<String, String> fields,
        @Nullable DocumentId next,
        @Nullable String cursor) {
    @SuppressWarnings("NullAway") // binding leaves the map out when no field was sent
    FilingForm {
        fields = fields == null ? Map.of() : Map.copyOf(fields);
    }
}
