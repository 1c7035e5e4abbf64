package io.liasse.store.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The time in UTC, which goes on as it does, plus what the test adds. Thread-safe. */
public final class TestClock extends Clock {
    private final Clock real = Clock.systemUTC();
    private final AtomicReference<Duration> added = new AtomicReference<>(Duration.ZERO);

    /** Moves the clock forward, or back with a negative duration. */
    public void advance(Duration by) {
        added.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(added.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the test clock stays in UTC");
    }
}
