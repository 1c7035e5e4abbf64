package io.liasse.store.document;

import io.liasse.store.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Where on the page a person took a value from, and whether it is what its field demands.
 *
 * @param page from 1; null with {@code box} when the value was typed
 * @param valid null where the field demands nothing
 */
public record FieldPlace(
        @Nullable Integer page, @Nullable Box box, @Nullable Boolean valid) {
    public FieldPlace {
        if (box != null && (page == null || page < 1 || !isOnPage(box))) {
            throw new InvalidInput("places", "must lie on a page");
        }
    }

    private static boolean isOnPage(Box box) {
        return box.x() >= 0
                && box.y() >= 0
                && box.width() > 0
                && box.height() > 0
                && box.x() + box.width() <= 1.001
                && box.y() + box.height() <= 1.001;
    }
}
