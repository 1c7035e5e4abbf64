package io.liasse.routes;

import io.liasse.routes.failure.ChannelBoard;
import io.liasse.routes.failure.ChannelHealth;
import io.liasse.store.item.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The configured channels and how each one does, for the settings screen and the status page. Thread-safe. */
@Component
public class Channels {
    private static final Map<String, Channel> KINDS = Map.of("hot-folder", Channel.HOT_FOLDER, "mail", Channel.MAIL);

    private final ChannelBoard board;
    private final LastReceived lastReceived;

    Channels(ChannelBoard board, LastReceived lastReceived) {
        this.board = board;
        this.lastReceived = lastReceived;
    }

    /** One channel: {@code kind} is {@code hot-folder}, {@code mail}, {@code rest}, {@code upload} or {@code note}. */
    public record State(
            String name,
            String kind,
            String target,
            Health health,
            @Nullable Instant lastReceivedAt,
            @Nullable String lastProblem) {}

    /** Whether a channel takes things in. */
    public enum Health {
        WORKING,
        RETRYING,
        OFF
    }

    /** Folders and mailboxes in the order of the configuration, then those that are always open. */
    public List<State> all() {
        return Stream.concat(board.all().stream().map(this::state), Stream.of(rest(), upload(), note()))
                .toList();
    }

    private State state(ChannelHealth channel) {
        return new State(
                channel.name(),
                channel.kind(),
                channel.target(),
                channel.retrying() ? Health.RETRYING : Health.WORKING,
                lastReceivedAt(channel),
                channel.lastProblem());
    }

    /** Since a restart the channel itself knows; before it, the ledger does where there is one channel of the kind. */
    private @Nullable Instant lastReceivedAt(ChannelHealth channel) {
        Instant known = channel.lastReceivedAt();
        Channel kind = KINDS.get(channel.kind());
        boolean only = board.all().stream()
                        .filter(each -> each.kind().equals(channel.kind()))
                        .count()
                == 1;
        return known == null && kind != null && only ? lastReceived.by(kind).orElse(null) : known;
    }

    private State rest() {
        return open("rest", "/api/v1/documents", Channel.REST);
    }

    private State upload() {
        return open("upload", "/upload", Channel.UPLOAD);
    }

    private State note() {
        return open("note", "/inbox/telephone-notes/new", Channel.NOTE);
    }

    private State open(String kind, String target, Channel channel) {
        return new State(
                kind, kind, target, Health.WORKING, lastReceived.by(channel).orElse(null), null);
    }
}
