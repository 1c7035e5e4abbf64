package io.liasse.caseapi.cases;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.User;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.casefile.CaseTypes;
import io.liasse.store.casefile.CaseTypes.CaseType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases with its filters, and the users a filter or form may name. */
@Controller
final class CaseListPages {
    private static final int MOST_USERS = 8;

    private final CaseFiles cases;
    private final CaseTypes types;
    private final Users users;
    private final UserNames names;

    CaseListPages(CaseFiles cases, CaseTypes types, Users users, UserNames names) {
        this.cases = cases;
        this.types = types;
        this.users = users;
        this.names = names;
    }

    @InitBinder
    void emptyMeansAny(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/cases")
    String list(
            @ModelAttribute("filter") CaseFilter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Viewer viewer,
            Model model) {
        Page<CaseFile> page = page(filter, cursor, viewer);
        model.addAttribute("rows", rows(page.items()));
        model.addAttribute("more", page.next() == null ? null : filter.url(page.next()));
        model.addAttribute("types", types.all().stream().map(CaseType::key).toList());
        model.addAttribute("phases", phases());
        model.addAttribute("states", CaseState.values());
        return fragment == null || cursor == null ? "cases/list" : "cases/list :: rows";
    }

    /** Options for a field that names a user. */
    @GetMapping("/fragments/users")
    String usersMatching(@RequestParam(required = false) @Nullable String manager, Model model) {
        model.addAttribute("users", manager == null ? List.of() : users.startingWith(manager, MOST_USERS));
        return "cases/parts :: userOptions";
    }

    private Page<CaseFile> page(CaseFilter filter, @Nullable String cursor, Viewer viewer) {
        Optional<UserId> managedBy =
                Optional.ofNullable(filter.manager()).flatMap(users::named).map(User::id);
        if (filter.manager() != null && managedBy.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        return cases.page(
                filter.query(managedBy.orElse(null), viewer), viewer, new PageRequest(PageRequest.USUAL, cursor));
    }

    private List<CaseRow> rows(List<CaseFile> files) {
        Map<UserId, String> managers = names.ofManagers(files);
        return files.stream()
                .map(file -> new CaseRow(file, file.manager() == null ? null : managers.get(file.manager())))
                .toList();
    }

    private List<String> phases() {
        return types.all().stream()
                .flatMap(type -> type.phases().stream())
                .distinct()
                .toList();
    }
}
