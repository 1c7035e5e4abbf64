package io.liasse.routes.failure;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** All channels that sweep something, with their health, in the order of the configuration. Thread-safe. */
@Component
public class ChannelBoard {
    private final Clock clock;
    private final List<ChannelHealth> all = new CopyOnWriteArrayList<>();

    ChannelBoard(Clock clock) {
        this.clock = clock;
    }

    /** A channel from now on shown; {@code target} is where it looks, without secrets. */
    public ChannelHealth add(String name, String kind, String target) {
        ChannelHealth health = new ChannelHealth(name, kind, target, clock);
        all.add(health);
        return health;
    }

    public List<ChannelHealth> all() {
        return List.copyOf(all);
    }
}
