package io.liasse.store.document;

import io.liasse.store.item.ItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a document has come, without its content or its case: what whom posted it may always know. */
public record Standing(
        DocumentId id,
        ItemId item,
        DocumentState state,
        @Nullable String reason,
        Instant receivedAt,
        @Nullable Instant readAt,
        @Nullable Instant filedAt) {}
