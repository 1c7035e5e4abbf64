package io.liasse.caseapi.web;

import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import io.liasse.store.document.Documents;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its {@link Layout} under the name {@code layout}; nothing is looked up unless a template asks. */
@ControllerAdvice(annotations = Controller.class)
final class LayoutModel {
    private final Users users;
    private final Documents documents;
    private final AccessPolicy policy;

    LayoutModel(Users users, Documents documents, AccessPolicy policy) {
        this.users = users;
        this.documents = documents;
        this.policy = policy;
    }

    @ModelAttribute("layout")
    Layout layout(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return new Layout(() -> userOf(principal), urlOf(request), documents, policy);
    }

    private Optional<User> userOf(@Nullable Principal principal) {
        return principal == null ? Optional.empty() : users.named(principal.getName());
    }

    private static String urlOf(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null) {
            return "/";
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
