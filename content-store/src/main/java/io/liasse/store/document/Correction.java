package io.liasse.store.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of the text of a page.
 *
 * @param version from 1, rising with each change of the page
 * @param text null when it was set back to what was read
 * @param by name of the user
 * @param readDigest of what had been read then
 */
public record Correction(int version, @Nullable String text, String by, Instant at, String readDigest) {}
