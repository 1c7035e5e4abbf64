package io.liasse.store;

import org.jspecify.annotations.Nullable;

/** Which page of a list is wanted: at most {@code limit} items (1 to 200) after the opaque {@code cursor}. */
public record PageRequest(int limit, @Nullable String cursor) {
    public static final int MOST = 200;
    public static final int USUAL = 50;

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput("limit", "must be from 1 to " + MOST);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }
}
