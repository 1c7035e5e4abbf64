package io.liasse.caseapi.security;

import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import io.liasse.store.access.Users.Credentials;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks name and password of form and HTTP Basic. A name that does not exist takes as long as a wrong password, and both
 * are refused with the same words. Thread-safe.
 */
@Component
final class PasswordSignIn implements AuthenticationProvider {
    /** Longer ones are nobody's password; hashing them would only cost. */
    private static final int LONGEST = 256;

    private final Users users;
    private final PasswordEncoder passwords;
    private final VerifiedPasswords verified;
    private final SignInThrottle throttle;
    private final SignInJournal journal;
    /** Made beside the start, which need not wait for it. */
    private final CompletableFuture<String> nobodysHash;

    PasswordSignIn(
            Users users,
            PasswordEncoder passwords,
            VerifiedPasswords verified,
            SignInThrottle throttle,
            SignInJournal journal) {
        this.users = users;
        this.passwords = passwords;
        this.verified = verified;
        this.throttle = throttle;
        this.journal = journal;
        this.nobodysHash = CompletableFuture.supplyAsync(() -> Stamp.random(passwords));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = String.valueOf(attempt.getCredentials());
        Credentials known = users.credentials(attempt.getName()).orElse(null);
        String address = address(attempt);
        if (known == null || !isVerified(known, password)) {
            check(known, attempt.getName(), password, address);
        }
        return signIn(known, manner(attempt), address);
    }

    private boolean isVerified(Credentials known, String password) {
        return known.user().enabled() && verified.contains(known, password);
    }

    private void check(@Nullable Credentials known, String name, String password, String address) {
        Duration wait = throttle.wait(name, address);
        if (!wait.isZero()) {
            throw new TooManyFailures(wait);
        }
        if (!matches(known, password)) {
            throttle.failed(name, address);
            noteRefusal(known, address);
            throw new BadCredentialsException("wrong name or password");
        }
        throttle.succeeded(name, address);
    }

    private boolean matches(@Nullable Credentials known, String password) {
        String hash = known == null ? nobodysHash.join() : known.passwordHash();
        boolean right = password.length() <= LONGEST && passwords.matches(password, hash);
        if (right && known != null) {
            verified.add(known, password);
        }
        return right && known != null && known.user().enabled();
    }

    private void noteRefusal(@Nullable Credentials known, String address) {
        if (known == null) {
            journal.refusedUnknown(address);
        } else {
            journal.refused(known.user(), address);
        }
    }

    private Authentication signIn(@Nullable Credentials known, SignedIn.Manner manner, String address) {
        if (known == null) {
            throw new BadCredentialsException("wrong name or password");
        }
        User user = known.user();
        SignedIn signedIn = new SignedIn(user, manner, Stamp.of(known.passwordHash()));
        journal.signedIn(signedIn, address);
        return signedIn.authentication();
    }

    private static SignedIn.Manner manner(Authentication attempt) {
        return attempt.getDetails() instanceof BasicDetails ? SignedIn.Manner.BASIC : SignedIn.Manner.FORM;
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
    }
}
