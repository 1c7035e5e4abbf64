package io.liasse.store.document;

import org.jspecify.annotations.Nullable;

/**
 * Who has to do with a waiting document, by the names people show; null for nobody.
 *
 * @param claimedBy who works on it now, other than the viewer
 * @param handedTo the colleague to whom it was handed
 * @param mine whether that is the viewer
 * @param handedBy who handed it on
 * @param note what was said with it
 */
public record InboxMark(
        @Nullable String claimedBy,
        @Nullable String handedTo,
        boolean mine,
        @Nullable String handedBy,
        @Nullable String note) {
    public static final InboxMark NONE = new InboxMark(null, null, false, null, null);

    /** Whether somebody else is to decide on it. */
    public boolean busy() {
        return claimedBy != null || (handedTo != null && !mine);
    }
}
