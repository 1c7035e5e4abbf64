package io.liasse.caseapi.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Sends people to the sign-in page, telling it why: {@code ?error}, {@code ?wait} or {@code ?expired}. */
final class PageEntry implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {
    static final String SIGN_IN = "/sign-in";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        go(request, response, SIGN_IN);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        go(request, response, SIGN_IN + (reason instanceof TooManyFailures ? "?wait" : "?error"));
    }

    /** A forgery token that is missing or old mostly means that the session ended while the page stood open. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException && SignedIn.current().isEmpty()) {
            go(request, response, SIGN_IN + "?expired");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** htmx follows redirects itself and would put the sign-in page into a fragment. */
    private static void go(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        String target = request.getContextPath() + path;
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(response.encodeRedirectURL(target));
        } else {
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
