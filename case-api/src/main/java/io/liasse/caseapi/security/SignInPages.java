package io.liasse.caseapi.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page. The form on it is received by Spring Security. */
@Controller
final class SignInPages {
    /** Why the page is shown; each has a text {@code signin.<name>}. */
    private static final String[] REASONS = {"error", "wait", "expired", "signed-out", "password-changed"};

    @GetMapping(PageEntry.SIGN_IN)
    String show(HttpServletRequest request, Model model) {
        if (request.getUserPrincipal() != null) {
            return "redirect:/";
        }
        model.addAttribute("reason", reason(request).orElse(null));
        return "signin/sign-in";
    }

    private static Optional<String> reason(HttpServletRequest request) {
        return Stream.of(REASONS)
                .filter(each -> request.getParameter(each) != null)
                .findFirst();
    }
}
