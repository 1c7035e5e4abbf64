package io.liasse.store.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading found; objects are already stored. {@code title} and {@code date} only where the file says them itself.
 *
 * @param scanner the device or program it was scanned with, as the file says; null where it is no scan or does not say
 */
public record ReadResult(
        String mediaType,
        @Nullable String title,
        @Nullable LocalDate date,
        @Nullable String language,
        @Nullable Double confidence,
        @Nullable String scanner,
        long millis,
        List<PageText> pages,
        List<Field> fields,
        List<Rendition> renditions,
        List<NewPart> parts,
        List<Signature> signatures) {
    /** Of a file that says neither what it was scanned with nor who signed it. */
    public ReadResult(
            String mediaType,
            @Nullable String title,
            @Nullable LocalDate date,
            @Nullable String language,
            @Nullable Double confidence,
            long millis,
            List<PageText> pages,
            List<Field> fields,
            List<Rendition> renditions,
            List<NewPart> parts) {
        this(mediaType, title, date, language, confidence, null, millis, pages, fields, renditions, parts, List.of());
    }

    public ReadResult {
        pages = List.copyOf(pages);
        fields = List.copyOf(fields);
        renditions = List.copyOf(renditions);
        parts = List.copyOf(parts);
        signatures = List.copyOf(signatures);
    }

    /** The same with these fields. */
    public ReadResult withFields(List<Field> other) {
        return new ReadResult(
                mediaType,
                title,
                date,
                language,
                confidence,
                scanner,
                millis,
                pages,
                other,
                renditions,
                parts,
                signatures);
    }
}
