package io.liasse.caseapi.inbox;

import io.liasse.caseapi.cases.PartyChoice;
import io.liasse.store.document.DocumentId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What a clerk decided.
 *
 * @param reference of the chosen case
 * @param looked what was typed to find another case
 * @param newCaseTitle and {@code newCaseType}: for a case to be opened with this document
 * @param party for whom that case is
 * @param version the one the clerk saw
 * @param places where values were taken from: page, left, top, width, height as shares, with spaces between
 * @param next the document to show afterwards
 * @param cursor of the list page
 * @param show which documents the list shows
 */
record FilingForm(
        @Nullable String reference,
        @Nullable String looked,
        @Nullable String newCaseTitle,
        @Nullable String newCaseType,
        @Nullable PartyChoice party,
        @Nullable String type,
        @Nullable String title,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate date,

        @Nullable Long version,
        Map<String, String> fields,
        Map<String, String> places,
        @Nullable DocumentId next,
        @Nullable String cursor,
        @Nullable String show) {
    @SuppressWarnings("NullAway") // binding leaves a map out when nothing was sent, and else writes into it once more
    FilingForm {
        fields = fields == null ? Map.of() : new HashMap<>(fields);
        places = places == null ? Map.of() : new HashMap<>(places);
    }
}
