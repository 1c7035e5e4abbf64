package io.liasse.store.document;

import org.jspecify.annotations.Nullable;

/**
 * A value read from a document, with where it stands.
 *
 * @param name key, e.g. {@code case-reference}, {@code date}, {@code amount}
 * @param page from 1; null when it comes from metadata
 * @param confidence 0 to 1
 * @param valid result of its check (digit, form); null when there is none
 */
public record Field(
        String name,
        String value,
        @Nullable Integer page,
        @Nullable Box box,
        double confidence,
        @Nullable Boolean valid) {}
