package io.liasse.capture.field;

import org.jspecify.annotations.Nullable;

/**
 * A value found in a line of text, from {@code start} up to {@code end}.
 *
 * @param value in the form it is kept in: dates as ISO 8601, IBAN without spaces, telephone numbers as E.164
 * @param valid result of its check; null where there is none
 * @param note what is to be known of it; null where nothing
 */
record Find(
        String name,
        String value,
        int start,
        int end,
        @Nullable Boolean valid,
        @Nullable String note) {
    Find(String name, String value, int start, int end, @Nullable Boolean valid) {
        this(name, value, start, end, valid, null);
    }

    boolean overlaps(Find other) {
        return start < other.end && other.start < end;
    }
}
