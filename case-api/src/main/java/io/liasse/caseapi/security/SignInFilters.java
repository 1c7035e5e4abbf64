package io.liasse.caseapi.security;

import io.liasse.store.access.Users;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.stereotype.Component;

/** The filters that find out who is calling; no beans themselves, or they would run outside their chain too. */
@Component
final class SignInFilters {
    private final SessionCheck session;
    private final BasicAuthenticationFilter basic;
    private final TokenSignIn token;

    SignInFilters(Users users, AuthenticationManager manager, ProblemEntry problems, TokenCheck tokens) {
        this.session = new SessionCheck(users);
        this.basic = new BasicAuthenticationFilter(manager, problems);
        this.basic.setAuthenticationDetailsSource(BasicDetails::new);
        this.token = new TokenSignIn(tokens, problems);
    }

    SessionCheck session() {
        return session;
    }

    BasicAuthenticationFilter basic() {
        return basic;
    }

    TokenSignIn token() {
        return token;
    }
}
