package io.liasse.caseapi.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow: after a few failures of the same name from the same address, or many of one name or one address,
 * each further failure doubles the wait, up to five minutes. Failures are forgotten evenly, as many as are free within a
 * quarter of an hour, so that the slips of a whole office behind one address never add up. Kept in memory, at most 10,000
 * names and addresses, the oldest dropped first. Thread-safe.
 */
@Component
final class SignInThrottle {
    private static final int FREE_OF_PAIR = 5;
    private static final int FREE_OF_ONE = 50;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private record Failures(double level, Instant last) {}

    private record Counted(String key, int free) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long the name must wait at this address; zero when it need not. */
    synchronized Duration wait(String username, String address) {
        return counted(username, address).stream()
                .map(this::remaining)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    synchronized void failed(String username, String address) {
        for (Counted each : counted(username, address)) {
            failures.put(each.key(), new Failures(level(each) + 1, clock.instant()));
        }
    }

    /** A right password clears the pair, not the counts of name and address, which others may have raised. */
    synchronized void succeeded(String username, String address) {
        failures.remove(pair(username, address));
    }

    private Duration remaining(Counted counted) {
        Failures known = failures.get(counted.key());
        double excess = Math.floor(level(counted) + 0.1) - counted.free();
        if (known == null || excess < 0) {
            return Duration.ZERO;
        }
        Duration penalty = Duration.ofSeconds(1L << Math.min((int) excess, 9));
        Instant end = known.last().plus(penalty.compareTo(LONGEST) > 0 ? LONGEST : penalty);
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** How many failures are not forgotten yet. */
    private double level(Counted counted) {
        Failures known = failures.get(counted.key());
        if (known == null) {
            return 0;
        }
        double passed = Duration.between(known.last(), clock.instant()).toMillis() / (double) FORGOTTEN.toMillis();
        return Math.max(0, known.level() - passed * counted.free());
    }

    private static List<Counted> counted(String username, String address) {
        return List.of(
                new Counted(pair(username, address), FREE_OF_PAIR),
                new Counted("name " + shortened(username), FREE_OF_ONE),
                new Counted("address " + address, FREE_OF_ONE));
    }

    private static String pair(String username, String address) {
        return "pair " + address + " " + shortened(username);
    }

    private static String shortened(String username) {
        String lower = username.toLowerCase(Locale.ROOT);
        return lower.length() > 100 ? lower.substring(0, 100) : lower;
    }
}
