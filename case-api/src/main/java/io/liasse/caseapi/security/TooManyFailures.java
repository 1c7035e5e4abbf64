package io.liasse.caseapi.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Sign-in was not even tried, because too many failed before it. */
final class TooManyFailures extends AuthenticationException {
    private static final long serialVersionUID = 1L;
    private final Duration wait;

    TooManyFailures(Duration wait) {
        super("too many failed sign-ins");
        this.wait = wait;
    }

    /** Whole seconds, at least one. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
