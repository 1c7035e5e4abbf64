package io.liasse.routes;

import io.liasse.store.access.UserId;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel received, without the bytes. See {@link io.liasse.store.item.NewItem} for the meaning of each part.
 *
 * @param urgency whose reading goes first
 */
public record Incoming(
        Channel channel,
        @Nullable String sourceKey,
        String name,
        @Nullable String sender,
        @Nullable String mediaTypeHint,
        @Nullable String messageId,
        List<String> threadIds,
        List<String> hints,
        @Nullable UserId by,
        Wishes wishes,
        Urgency urgency) {
    /** A person who waits goes before routine, routine before bulk. */
    public enum Urgency {
        PERSON_WAITS,
        ROUTINE,
        BULK
    }

    public Incoming {
        threadIds = List.copyOf(threadIds);
        hints = List.copyOf(hints);
    }
}
