package io.liasse.store.item;

import io.liasse.store.access.UserId;
import io.liasse.store.object.StoredObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel hands over, its bytes already stored.
 *
 * @param sourceKey names the thing within its channel so that it is taken once (mailbox, UIDVALIDITY and UID or
 *     Message-ID; folder path, size, time and hash; idempotency key of a user); null: every call is a new item
 * @param name file name or mail subject as given, for people; never a path
 * @param sender address, user or device, as the channel knows it
 * @param mediaTypeHint what the sender says it is; detection decides
 * @param messageId Message-ID of a mail
 * @param threadIds In-Reply-To and References of a mail
 * @param hints sub-folder names, mail subject, and such, where a case reference may stand
 * @param by user who posted it, null for folders and mailboxes
 * @param source folder, mailbox or program by which it came, to count by; null where the channel cannot tell
 */
public record NewItem(
        Channel channel,
        @Nullable String sourceKey,
        StoredObject object,
        String name,
        @Nullable String sender,
        @Nullable String mediaTypeHint,
        @Nullable String messageId,
        List<String> threadIds,
        List<String> hints,
        @Nullable UserId by,
        @Nullable String source) {
    public NewItem {
        threadIds = List.copyOf(threadIds);
        hints = List.copyOf(hints);
    }

    /** Of a source that is not told. */
    public NewItem(
            Channel channel,
            @Nullable String sourceKey,
            StoredObject object,
            String name,
            @Nullable String sender,
            @Nullable String mediaTypeHint,
            @Nullable String messageId,
            List<String> threadIds,
            List<String> hints,
            @Nullable UserId by) {
        this(channel, sourceKey, object, name, sender, mediaTypeHint, messageId, threadIds, hints, by, null);
    }

    /** The same from this source. */
    public NewItem from(@Nullable String named) {
        return new NewItem(
                channel, sourceKey, object, name, sender, mediaTypeHint, messageId, threadIds, hints, by, named);
    }
}
