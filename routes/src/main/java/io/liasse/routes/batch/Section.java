package io.liasse.routes.batch;

import io.liasse.store.document.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a stack that are one document.
 *
 * @param pages of the stack, from 1
 * @param cover what the cover sheet before it said
 * @param number the field with its archive number, on a page of the stack
 * @param tags fields with its tags, on pages of the stack
 */
public record Section(
        List<Integer> pages,
        @Nullable CoverCode cover,
        @Nullable Field number,
        List<Field> tags) {
    public Section {
        pages = List.copyOf(pages);
        tags = List.copyOf(tags);
    }
}
