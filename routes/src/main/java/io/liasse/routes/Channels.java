package io.liasse.routes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The configured channels and how each one does, for the settings screen and the status page. */
@Component
public class Channels {
    /** One channel: {@code kind} is {@code hot-folder}, {@code mail}, {@code rest} or {@code upload}. */
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

    public List<State> all() {
        throw new UnsupportedOperationException();
    }
}
