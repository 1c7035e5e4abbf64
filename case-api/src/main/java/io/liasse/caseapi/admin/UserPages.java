package io.liasse.caseapi.admin;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.caseapi.web.Address;
import io.liasse.caseapi.web.Flash;
import io.liasse.caseapi.web.Forms;
import io.liasse.caseapi.web.LayoutLanguage;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The users, for administrators: lists, creates and changes them. */
@Controller
@OnlyFor(Role.ADMINISTRATOR)
final class UserPages {
    private final Users users;

    UserPages(Users users) {
        this.users = users;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/settings/users")
    String list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Viewer viewer,
            Model model) {
        Page<User> page = users.page(new PageRequest(PageRequest.USUAL, cursor));
        model.addAttribute("tabs", SettingsTab.of(viewer));
        model.addAttribute("users", page.items());
        model.addAttribute(
                "more",
                page.next() == null
                        ? null
                        : Address.of("/settings/users")
                                .with("cursor", page.next())
                                .toString());
        return fragment == null || cursor == null ? "settings/users" : "settings/users :: rows";
    }

    @GetMapping("/settings/users/new")
    String empty(Viewer viewer, Model model) {
        model.addAttribute("form", new UserForm(null, null, "de", null, true, null, null));
        return show(null, viewer, model);
    }

    @PostMapping("/settings/users/new")
    String create(
            @ModelAttribute("form") @Nullable UserForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        UserForm form = Forms.readable(entered);
        form.checkNew(errors);
        if (!errors.hasErrors() && done(() -> users.create(form.newUser(), viewer), errors)) {
            after.addFlashAttribute("flash", Flash.done("settings.users.created", String.valueOf(form.username())));
            return "redirect:/settings/users";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(null, viewer, model);
    }

    @GetMapping("/settings/users/{id}")
    String edit(@PathVariable UserId id, Viewer viewer, Model model) {
        User user = found(id);
        model.addAttribute("form", UserForm.of(user));
        return show(user, viewer, model);
    }

    @PostMapping("/settings/users/{id}")
    String change(
            @PathVariable UserId id,
            @ModelAttribute("form") @Nullable UserForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        UserForm form = Forms.readable(entered);
        User user = found(id);
        form.check(errors);
        if (!errors.hasErrors() && done(() -> save(user, form, viewer), errors)) {
            after.addFlashAttribute("flash", Flash.done("settings.users.changed", user.username()));
            return "redirect:/settings/users";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(user, viewer, model);
    }

    private void save(User user, UserForm form, Viewer viewer) {
        users.change(form.applied(user), viewer);
        if (form.password() != null) {
            users.changePassword(user.id(), form.password(), viewer);
        }
    }

    private static boolean done(Runnable change, BindingResult errors) {
        try {
            change.run();
            return true;
        } catch (InvalidInput problem) {
            String field = problem.field();
            if (errors.getFieldType(field) == null) {
                errors.reject("settings.problem.invalid");
            } else {
                errors.rejectValue(field, "settings.problem." + field);
            }
        } catch (Conflict problem) {
            errors.reject(problem.stale() ? "settings.problem.stale" : "settings.problem.taken");
        }
        return false;
    }

    private String show(@Nullable User user, Viewer viewer, Model model) {
        model.addAttribute("tabs", SettingsTab.of(viewer));
        model.addAttribute("user", user);
        model.addAttribute("own", user != null && user.id().equals(viewer.user()));
        model.addAttribute("roles", EnumSet.allOf(Role.class));
        model.addAttribute("languages", LayoutLanguage.LANGUAGES);
        return "settings/user";
    }

    private User found(UserId id) {
        return users.find(id).orElseThrow(() -> new NotFound("user"));
    }
}
