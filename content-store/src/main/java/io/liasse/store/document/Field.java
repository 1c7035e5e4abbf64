package io.liasse.store.document;

import org.jspecify.annotations.Nullable;

/**
 * A value read from a document, with where it stands.
 *
 * @param name key, e.g. {@code case-reference}, {@code date}, {@code amount}
 * @param page from 1; null when it comes from metadata
 * @param confidence 0 to 1
 * @param valid result of its check (digit, form); null when there is none
 * @param label what the document itself calls it, where the name does not tell
 * @param note what is to be known of it, as {@code key|argument|argument}
 */
public record Field(
        String name,
        String value,
        @Nullable Integer page,
        @Nullable Box box,
        double confidence,
        @Nullable Boolean valid,
        @Nullable String label,
        @Nullable String note) {
    /** The number on the label of the paper; belongs to one document only. */
    public static final String ARCHIVE_NUMBER = "archive-number";

    /** One that its name alone explains. */
    public Field(
            String name,
            String value,
            @Nullable Integer page,
            @Nullable Box box,
            double confidence,
            @Nullable Boolean valid) {
        this(name, value, page, box, confidence, valid, null, null);
    }
}
