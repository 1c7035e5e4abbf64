package io.liasse.caseapi.security;

import io.liasse.caseapi.web.ProblemKind;
import io.liasse.caseapi.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Tells programs that they are not signed in or not allowed, as a problem. */
@Component
final class ProblemEntry implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter problems;

    ProblemEntry(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyFailures tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
            problems.write(response, ProblemKind.TOO_MANY_FAILURES, null);
            return;
        }
        if (!isScriptOfPage(request)) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Liasse\", charset=\"UTF-8\"");
        }
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Liasse\"");
        problems.write(response, ProblemKind.NOT_SIGNED_IN, null);
    }

    /** A browser would ask for a password in a window of its own, in the middle of a page. */
    private static boolean isScriptOfPage(HttpServletRequest request) {
        return "empty".equals(request.getHeader("Sec-Fetch-Dest")) || request.getHeader("HX-Request") != null;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        ProblemKind kind = denied instanceof CsrfException ? ProblemKind.FORGED : ProblemKind.NOT_ALLOWED;
        problems.write(response, kind, null);
    }
}
