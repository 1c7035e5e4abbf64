package io.liasse.caseapi.documents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** Where a document shall be filed and what it is; {@code version} is the one the person saw. */
record RefilingForm(
        @Nullable String reference,
        @Nullable String type,
        @Nullable String title,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate date,

        @Nullable Long version) {}
