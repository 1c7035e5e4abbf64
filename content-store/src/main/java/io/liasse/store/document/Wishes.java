package io.liasse.store.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the sender says about a document; null where nothing. {@code caseReference} is kept as sent. */
public record Wishes(
        @Nullable String caseReference,
        @Nullable String type,
        @Nullable String title,
        @Nullable LocalDate date,
        @Nullable String language) {
    public static final Wishes NONE = new Wishes(null, null, null, null, null);
}
