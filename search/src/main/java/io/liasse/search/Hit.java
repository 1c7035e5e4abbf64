package io.liasse.search;

import io.liasse.store.casefile.CaseReference;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One result.
 *
 * @param id of the document, case or party
 * @param snippet HTML: {@code <mark>} around what was found, all else escaped.
 *     People: their place and numbers
 * @param date of the document, of the case's opening, of the person's birth
 * @param page where in the document, from 1; null for cases and people
 */
public record Hit(
        Kind kind,
        UUID id,
        @Nullable CaseReference caseReference,
        @Nullable String caseTitle,
        String title,
        String snippet,
        @Nullable Integer page,
        @Nullable String type,
        @Nullable LocalDate date,
        @Nullable String language,
        double score) {
    /** What was found. */
    public enum Kind {
        DOCUMENT,
        CASE,
        PERSON
    }
}
