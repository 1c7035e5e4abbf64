package io.liasse.store.document;

import org.jspecify.annotations.Nullable;

/**
 * The text of one page.
 *
 * @param page from 1
 * @param source {@code layer} when the file had it, {@code ocr} when it was read from the picture
 * @param because why that source was chosen, as a key; null for what was read before this was kept
 * @param language fr, de, it, en or null
 * @param width of the page in points (1/72 inch), 0 when it has no picture
 */
public record PageText(
        int page,
        String text,
        String source,
        @Nullable String because,
        @Nullable String language,
        @Nullable Double confidence,
        double width,
        double height) {}
