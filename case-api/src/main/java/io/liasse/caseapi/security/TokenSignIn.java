package io.liasse.caseapi.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in by {@code Authorization: Bearer} and an API token. */
final class TokenSignIn extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final TokenCheck tokens;
    private final ProblemEntry problems;

    TokenSignIn(TokenCheck tokens, ProblemEntry problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> secret = secretIn(request);
        try {
            secret.ifPresent(
                    present -> tokens.signIn(present, request.getRemoteAddr()).takeEffect());
        } catch (AuthenticationException e) {
            problems.commence(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> secretIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
