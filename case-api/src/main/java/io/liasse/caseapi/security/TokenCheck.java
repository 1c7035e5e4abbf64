package io.liasse.caseapi.security;

import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import java.time.Duration;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Checks API tokens; the user is looked up with every call, so a revoked token is refused at once. Thread-safe. */
@Component
final class TokenCheck {
    private final Users users;
    private final SignInThrottle throttle;
    private final SignInJournal journal;

    TokenCheck(Users users, SignInThrottle throttle, SignInJournal journal) {
        this.users = users;
        this.throttle = throttle;
        this.journal = journal;
    }

    SignedIn signIn(String secret, String address) {
        User user = users.byToken(secret).orElse(null);
        if (user == null) {
            throw refuse(address);
        }
        SignedIn signedIn = new SignedIn(user, SignedIn.Manner.TOKEN, "");
        journal.signedIn(signedIn, address);
        return signedIn;
    }

    private RuntimeException refuse(String address) {
        Duration wait = throttle.wait("token", address);
        if (!wait.isZero()) {
            return new TooManyFailures(wait);
        }
        throttle.failed("token", address);
        journal.refusedUnknown(address);
        return new BadCredentialsException("wrong token");
    }
}
