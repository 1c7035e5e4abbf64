package io.liasse.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the index of this node abreast of the journal, and makes it anew on demand while searching goes on. */
@Component
public class Indexer {
    /** How the index stands. {@code rebuilding} from 0 to 1, null when it is not. */
    public record Status(
            long entries,
            @Nullable Double rebuilding,
            @Nullable Instant upTo) {}

    public Status status() {
        throw new UnsupportedOperationException();
    }

    /** Starts making the index anew in the background; the present one serves until the new one is complete. */
    public void rebuild() {
        throw new UnsupportedOperationException();
    }
}
