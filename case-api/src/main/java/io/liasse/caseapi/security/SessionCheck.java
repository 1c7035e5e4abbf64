package io.liasse.caseapi.security;

import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import io.liasse.store.access.Users.Credentials;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks the user of a session up anew with every request: changed roles hold at once, and a session ends when its user is
 * disabled or the password is changed.
 */
final class SessionCheck extends OncePerRequestFilter {
    private final Users users;

    SessionCheck(Users users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            current(signedIn).ifPresentOrElse(SignedIn::takeEffect, () -> end(request));
        }
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> current(SignedIn signedIn) {
        return users.credentials(signedIn.getName())
                .filter(known -> isSame(known, signedIn))
                .map(known -> new SignedIn(known.user(), signedIn.manner(), signedIn.stamp()));
    }

    private static boolean isSame(Credentials known, SignedIn signedIn) {
        User user = known.user();
        return user.enabled()
                && user.id().equals(signedIn.user().id())
                && Stamp.of(known.passwordHash()).equals(signedIn.stamp());
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
