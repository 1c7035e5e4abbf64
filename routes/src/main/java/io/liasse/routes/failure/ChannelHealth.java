package io.liasse.routes.failure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one channel does. After a failure the channel pauses, each time twice as long, up to half a minute; the first
 * success ends that. Thread-safe.
 */
public final class ChannelHealth {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int LONGEST_PROBLEM = 300;

    private final String name;
    private final String kind;
    private final String target;
    private final Clock clock;
    private int failures;
    private Instant nextTry = Instant.MIN;
    private @Nullable Instant lastReceivedAt;
    private @Nullable String lastProblem;

    ChannelHealth(String name, String kind, String target, Clock clock) {
        this.name = name;
        this.kind = kind;
        this.target = target;
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    public String kind() {
        return kind;
    }

    public String target() {
        return target;
    }

    /** Whether the pause after the last failure is over. */
    public synchronized boolean due() {
        return !clock.instant().isBefore(nextTry);
    }

    /** A round without trouble of the channel itself; problems of single things stay to be seen. */
    public synchronized void worked() {
        if (failures > 0) {
            lastProblem = null;
        }
        failures = 0;
        nextTry = Instant.MIN;
    }

    /** The channel itself does not work now. */
    public synchronized void failed(Throwable problem) {
        failures++;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        nextTry = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        lastProblem = describe(problem);
    }

    /** One thing could not be taken; the channel goes on. */
    public synchronized void problem(String problem) {
        lastProblem = shortened(problem);
    }

    public synchronized void received() {
        lastReceivedAt = clock.instant();
    }

    public synchronized boolean retrying() {
        return failures > 0;
    }

    public synchronized @Nullable Instant lastReceivedAt() {
        return lastReceivedAt;
    }

    public synchronized @Nullable String lastProblem() {
        return lastProblem;
    }

    /** The innermost cause says most: refused connection, wrong password, full disk. */
    private static String describe(Throwable problem) {
        Throwable innermost = problem;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String text = innermost.getMessage();
        return shortened(innermost.getClass().getSimpleName() + (text == null ? "" : ": " + text));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_PROBLEM ? text : text.substring(0, LONGEST_PROBLEM) + "…";
    }
}
