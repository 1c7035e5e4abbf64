package io.liasse.routes;

import io.liasse.store.access.UserId;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a channel received, without the bytes. See {@link io.liasse.store.item.NewItem} for the meaning of each part. Names
 * and hints come from outside: control characters are blanked and lengths cut, so that no name can keep a thing from being
 * taken.
 *
 * @param urgency whose reading goes first
 * @param source folder, mailbox or program by which it came; null where the channel cannot tell
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
        Urgency urgency,
        @Nullable String source) {
    private static final int LONGEST_NAME = 500;
    private static final int MOST_IDS = 200;

    /** A person who waits goes before routine, routine before bulk. */
    public enum Urgency {
        PERSON_WAITS,
        ROUTINE,
        BULK
    }

    public Incoming {
        name = name.isBlank() ? "unnamed" : Objects.requireNonNull(clean(name));
        sender = clean(sender);
        mediaTypeHint = clean(mediaTypeHint);
        messageId = clean(messageId);
        threadIds = cleanAll(threadIds);
        hints = cleanAll(hints);
        source = clean(source);
    }

    /** Of a source that is not told. */
    public Incoming(
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
        this(channel, sourceKey, name, sender, mediaTypeHint, messageId, threadIds, hints, by, wishes, urgency, null);
    }

    private static List<String> cleanAll(List<String> texts) {
        return texts.stream()
                .map(each -> Objects.requireNonNull(clean(each)))
                .limit(MOST_IDS)
                .toList();
    }

    private static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String plain = text.replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
        return plain.codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
