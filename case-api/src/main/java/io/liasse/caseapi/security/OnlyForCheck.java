package io.liasse.caseapi.security;

import io.liasse.store.NotAllowed;
import io.liasse.store.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps {@link OnlyFor}, that of the method before that of its class. */
final class OnlyForCheck implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            rule(method).ifPresent(OnlyForCheck::check);
        }
        return true;
    }

    private static Optional<OnlyFor> rule(HandlerMethod method) {
        OnlyFor ofMethod = method.getMethodAnnotation(OnlyFor.class);
        return ofMethod != null
                ? Optional.of(ofMethod)
                : Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), OnlyFor.class));
    }

    private static void check(OnlyFor rule) {
        SignedIn signedIn = SignedIn.current().orElseThrow(() -> new NotAllowed("sign in"));
        Role[] roles = rule.value();
        if (Arrays.stream(roles).noneMatch(signedIn.viewer()::has)) {
            throw new NotAllowed("only for " + Arrays.toString(roles));
        }
    }
}
