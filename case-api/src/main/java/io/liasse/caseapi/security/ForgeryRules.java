package io.liasse.caseapi.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** When a request needs a token against forgery, and where the token may stand. */
final class ForgeryRules implements CsrfTokenRequestHandler {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    /**
     * Of REST calls, those that change something and carry nothing but the session cookie, or a password that a browser
     * added by itself to a call from another site.
     */
    static final RequestMatcher OF_PROGRAMS =
            request -> !READS.contains(request.getMethod()) && (isFromElsewhere(request) || hasOnlySession(request));

    private final CsrfTokenRequestHandler usual = new XorCsrfTokenRequestAttributeHandler();

    private static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !OWN.contains(site) && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private static boolean hasOnlySession(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null && request.isRequestedSessionIdValid();
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        usual.handle(request, response, token);
    }

    /** Looking for a parameter would unpack a whole upload before it is known who sends it; so files need the header. */
    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        boolean inHeader = request.getHeader(token.getHeaderName()) != null;
        return inHeader || !isUpload(request) || SignedIn.current().isPresent()
                ? usual.resolveCsrfTokenValue(request, token)
                : null;
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
