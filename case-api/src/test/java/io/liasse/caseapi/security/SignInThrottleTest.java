package io.liasse.caseapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final MovingClock clock = new MovingClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void letsAFewSlipsPass() {
        fail(4, "anna", "10.0.0.1");
        assertThat(throttle.wait("anna", "10.0.0.1")).isZero();
    }

    @Test
    void doublesTheWaitWithEachFurtherFailureUpToFiveMinutes() {
        fail(5, "anna", "10.0.0.1");
        assertThat(throttle.wait("anna", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
        fail(1, "anna", "10.0.0.1");
        assertThat(throttle.wait("anna", "10.0.0.1")).isEqualTo(Duration.ofSeconds(2));
        fail(20, "anna", "10.0.0.1");
        assertThat(throttle.wait("anna", "10.0.0.1")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void takesNamesInAnyCase() {
        fail(5, "Anna", "10.0.0.1");
        assertThat(throttle.wait("anna", "10.0.0.1")).isPositive();
    }

    @Test
    void doesNotLockAPersonOutFromElsewhere() {
        fail(20, "anna", "10.0.0.1");
        assertThat(throttle.wait("anna", "10.0.0.2")).isZero();
        assertThat(throttle.wait("beat", "10.0.0.1")).isZero();
    }

    @Test
    void slowsDownWhoTriesManyNamesOrManyAddresses() {
        for (int number = 0; number < 50; number++) {
            fail(1, "user" + number, "10.0.0.1");
            fail(1, "anna", "10.0.1." + number);
        }
        assertThat(throttle.wait("somebody", "10.0.0.1")).isPositive();
        assertThat(throttle.wait("anna", "10.0.0.2")).isPositive();
    }

    @Test
    void forgetsWithTime() {
        fail(5, "anna", "10.0.0.1");
        clock.pass(Duration.ofMinutes(4));
        fail(1, "anna", "10.0.0.1");
        assertThat(throttle.wait("anna", "10.0.0.1")).isZero();
        clock.pass(Duration.ofMinutes(20));
        fail(4, "anna", "10.0.0.1");
        assertThat(throttle.wait("anna", "10.0.0.1")).isZero();
    }

    @Test
    void forgivesTheSlipsOfAWholeOffice() {
        for (int slip = 0; slip < 500; slip++) {
            fail(1, "clerk" + slip, "10.0.0.1");
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(throttle.wait("clerk", "10.0.0.1")).isZero();
    }

    @Test
    void forgetsAPairThatSucceeds() {
        fail(6, "anna", "10.0.0.1");
        throttle.succeeded("anna", "10.0.0.1");
        assertThat(throttle.wait("anna", "10.0.0.1")).isZero();
    }

    private void fail(int times, String username, String address) {
        for (int time = 0; time < times; time++) {
            throttle.failed(username, address);
        }
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
