package io.liasse.caseapi.security;

import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The principal of every signed-in request.
 *
 * @param stamp changes with the password; a session whose stamp is not that of its user any more has ended
 */
public record SignedIn(User user, Manner manner, String stamp) implements AuthenticatedPrincipal {
    /** How the user signed in. */
    public enum Manner {
        FORM,
        BASIC,
        TOKEN
    }

    @Override
    public String getName() {
        return user.username();
    }

    public Viewer viewer() {
        return user.viewer();
    }

    private List<GrantedAuthority> authorities() {
        return user.roles().stream().map(SignedIn::authority).toList();
    }

    /** Whoever is signed in to the request of this thread. */
    static Optional<SignedIn> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, authorities());
    }

    /** For this request only; nothing is kept in a session. */
    void takeEffect() {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication());
        SecurityContextHolder.setContext(context);
    }

    private static GrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }

    /** Keeps the stamp out of logs. */
    @Override
    public String toString() {
        return user.id() + " by " + manner;
    }
}
