package io.liasse.store.document;

import org.jspecify.annotations.Nullable;

/**
 * Why a case is proposed.
 *
 * @param kind key with a text in every language: reference-in-text, reference-in-barcode, reference-in-name,
 *     reference-in-subject, reference-in-folder, wished, mail-thread …
 * @param value what was found
 * @param page where, from 1; null when not on a page
 */
public record Evidence(String kind, String value, @Nullable Integer page) {}
