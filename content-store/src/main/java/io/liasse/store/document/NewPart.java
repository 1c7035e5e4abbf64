package io.liasse.store.document;

import io.liasse.store.object.StoredObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file found inside a document: an attachment, an archive entry. Its bytes are already stored.
 *
 * @param modified when it was last changed, as the archive says; null where nothing says so
 */
public record NewPart(
        String name,
        StoredObject object,
        String mediaType,
        @Nullable Instant modified) {}
