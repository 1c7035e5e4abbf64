package io.liasse.caseapi.admin;

import io.liasse.caseapi.web.Flash;
import io.liasse.store.NotFound;
import io.liasse.store.access.ApiToken;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The viewer's own API tokens. The secret of a new one is shown on the page that follows, and never again. */
@Controller
final class TokenPages {
    private static final int LONGEST = 100;

    private final Users users;
    private final Clock clock;

    TokenPages(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @GetMapping("/settings/tokens")
    String list(Viewer viewer, Model model) {
        model.addAttribute("tabs", SettingsTab.of(viewer));
        model.addAttribute("tokens", users.tokensOf(viewer.user()));
        model.addAttribute("today", LocalDate.now(clock));
        return "settings/tokens";
    }

    @PostMapping("/settings/tokens")
    String create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String until,
            Viewer viewer,
            RedirectAttributes after) {
        Optional<Instant> end = end(until);
        if (name.isBlank() || name.length() > LONGEST) {
            after.addFlashAttribute("flash", Flash.failed("settings.tokens.problem.name"));
        } else if (!until.isBlank() && end.filter(clock.instant()::isBefore).isEmpty()) {
            after.addFlashAttribute("flash", Flash.failed("settings.tokens.problem.until"));
        } else {
            ApiToken.Made made = users.createToken(viewer.user(), name.strip(), end.orElse(null), viewer);
            after.addFlashAttribute("secret", made.secret());
        }
        return "redirect:/settings/tokens";
    }

    @PostMapping("/settings/tokens/{id}/revoke")
    String revoke(@PathVariable UUID id, Viewer viewer, RedirectAttributes after) {
        boolean own = users.tokensOf(viewer.user()).stream()
                .anyMatch(token -> token.id().equals(id));
        if (!own) {
            throw new NotFound("token");
        }
        users.revokeToken(id, viewer);
        after.addFlashAttribute("flash", Flash.done("settings.tokens.revoked"));
        return "redirect:/settings/tokens";
    }

    /** The end of that day. */
    private Optional<Instant> end(String until) {
        try {
            return until.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(until)
                            .plusDays(1)
                            .atStartOfDay(clock.getZone())
                            .toInstant());
        } catch (DateTimeParseException notDate) {
            return Optional.empty();
        }
    }
}
