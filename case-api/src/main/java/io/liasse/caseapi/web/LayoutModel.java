package io.liasse.caseapi.web;

import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import io.liasse.store.document.Documents;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its {@link Layout} under the name {@code layout}. */
@ControllerAdvice(annotations = Controller.class)
final class LayoutModel {
    private final Users users;
    private final Documents documents;

    LayoutModel(Users users, Documents documents) {
        this.users = users;
        this.documents = documents;
    }

    @ModelAttribute("layout")
    Layout layout(HttpServletRequest request) {
        return new Layout(userOf(request), urlOf(request), documents);
    }

    private Optional<User> userOf(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? Optional.empty() : users.named(principal.getName());
    }

    private static String urlOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
