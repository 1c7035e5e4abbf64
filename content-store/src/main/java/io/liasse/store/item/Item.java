package io.liasse.store.item;

import io.liasse.store.access.UserId;
import io.liasse.store.object.Sha256;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of the ledger. Its state is that of its documents taken together. */
public record Item(
        ItemId id,
        Channel channel,
        State state,
        String name,
        @Nullable String sender,
        long size,
        Sha256 sha256,
        @Nullable String messageId,
        List<String> threadIds,
        List<String> hints,
        @Nullable UserId by,
        Instant receivedAt,
        int documents) {
    /** Where an item stands: the first of these that one of its documents is in; DONE when all are filed. */
    public enum State {
        RECEIVED,
        FAILED,
        QUARANTINED,
        NEEDS_PASSWORD,
        WAITING,
        DONE,
        /** All of its documents are in the trash. */
        TRASHED,
        /** They have been removed for good. */
        DELETED
    }
}
