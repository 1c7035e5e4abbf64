package io.liasse.caseapi.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Marks an attempt as HTTP Basic, so that it is journaled as a program's and starts no session. */
final class BasicDetails extends WebAuthenticationDetails {
    private static final long serialVersionUID = 1L;

    BasicDetails(HttpServletRequest request) {
        super(request.getRemoteAddr(), null);
    }
}
