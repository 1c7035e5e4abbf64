package io.liasse.caseapi.admin;

import io.liasse.caseapi.web.Flash;
import io.liasse.caseapi.web.Forms;
import io.liasse.caseapi.web.LayoutLanguage;
import io.liasse.store.NotFound;
import io.liasse.store.access.User;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What everybody sets up for themselves: language and password. */
@Controller
final class ProfilePages {
    private final Users users;
    private final PasswordEncoder passwords;
    private final LayoutLanguage languages;

    ProfilePages(Users users, PasswordEncoder passwords, LayoutLanguage languages) {
        this.users = users;
        this.passwords = passwords;
        this.languages = languages;
    }

    /** A new password, twice, and the present one. */
    record PasswordForm(
            @Nullable String present,
            @Nullable String fresh,
            @Nullable String again) {
        static final int SHORTEST = 12;
        static final int LONGEST = 200;

        void check(Errors errors) {
            if (fresh == null || fresh.length() < SHORTEST || fresh.length() > LONGEST) {
                errors.rejectValue("fresh", "settings.problem.password");
            } else if (!fresh.equals(again)) {
                errors.rejectValue("again", "settings.problem.again");
            }
        }

        String wanted() {
            return fresh == null ? "" : fresh;
        }

        /** Keeps passwords out of logs. */
        @Override
        public String toString() {
            return "PasswordForm";
        }
    }

    @GetMapping("/settings")
    String show(@ModelAttribute("form") PasswordForm form, Viewer viewer, Model model) {
        return page(viewer, model);
    }

    @PostMapping("/settings/language")
    String language(
            @RequestParam String language,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (LayoutLanguage.LANGUAGES.contains(language)) {
            users.changeLanguage(viewer.user(), language, viewer);
            languages.setLocale(request, response, LayoutLanguage.locale(language));
            after.addFlashAttribute("flash", Flash.done("settings.language.saved"));
        }
        return "redirect:/settings";
    }

    /** A changed password ends all sessions of the user, this one too. */
    @PostMapping("/settings/password")
    String password(
            @ModelAttribute("form") @Nullable PasswordForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        PasswordForm form = Forms.readable(entered);
        form.check(errors);
        if (!isPresent(form.present(), viewer)) {
            errors.rejectValue("present", "settings.problem.present");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, model);
        }
        users.changePassword(viewer.user(), form.wanted(), viewer);
        return "redirect:/sign-in?password-changed";
    }

    private boolean isPresent(@Nullable String password, Viewer viewer) {
        return password != null
                && users.credentials(user(viewer).username())
                        .filter(known -> passwords.matches(password, known.passwordHash()))
                        .isPresent();
    }

    private String page(Viewer viewer, Model model) {
        model.addAttribute("tabs", SettingsTab.of(viewer));
        model.addAttribute("user", user(viewer));
        return "settings/profile";
    }

    private User user(Viewer viewer) {
        return users.find(viewer.user()).orElseThrow(() -> new NotFound("user"));
    }
}
