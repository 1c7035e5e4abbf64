package io.liasse.routes.batch;

import io.liasse.store.casefile.CaseReference;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the code on a cover sheet says: {@code LIASSE:CASE:2026-000417-3}, and with the type of the documents
 * {@code LIASSE:CASE:2026-000417-3:INVOICE}.
 */
public record CoverCode(CaseReference reference, @Nullable String type) {
    private static final String PREFIX = "LIASSE:CASE:";

    /** Empty where it is another code, or its check digit is wrong. */
    static Optional<CoverCode> parse(String value) {
        if (!value.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            return Optional.empty();
        }
        String[] pieces = value.substring(PREFIX.length()).strip().split(":", 2);
        String type = pieces.length < 2 || pieces[1].isBlank()
                ? null
                : pieces[1].strip().toLowerCase(Locale.ROOT);
        return CaseReference.parse(pieces[0]).map(reference -> new CoverCode(reference, type));
    }

    /** As it is printed; capitals only, which Code 39 has too. */
    public String value() {
        return PREFIX + reference + (type == null ? "" : ":" + type.toUpperCase(Locale.ROOT));
    }
}
