package io.liasse.store.document;

import io.liasse.store.object.StoredObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document to be made of pages of others. Its bytes are already stored.
 *
 * @param type key of its type; null or unknown: none
 * @param pages where its pages come from, in order
 */
public record NewSection(
        String name,
        StoredObject object,
        String mediaType,
        @Nullable String type,
        List<SourcePage> pages) {
    public NewSection {
        pages = List.copyOf(pages);
    }
}
