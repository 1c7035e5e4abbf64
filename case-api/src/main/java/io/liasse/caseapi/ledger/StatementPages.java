package io.liasse.caseapi.ledger;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.caseapi.web.Flash;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.item.Item;
import io.liasse.store.item.Statement;
import io.liasse.store.item.Statements;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The daily statement: what came by which channel, and where it is now. */
@Controller
@OnlyFor({Role.SUPERVISOR, Role.ADMINISTRATOR})
final class StatementPages {
    private final Statements statements;
    private final Clock clock;

    StatementPages(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @GetMapping("/ledger/statement")
    String show(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Viewer viewer,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        LocalDate shown = day == null ? today : day;
        model.addAttribute("statement", statements.of(shown, viewer));
        model.addAttribute("states", Item.State.values());
        model.addAttribute("before", shown.minusDays(1));
        model.addAttribute("following", shown.isBefore(today) ? shown.plusDays(1) : null);
        return "ledger/statement";
    }

    @PostMapping("/ledger/statement/check")
    String check(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Viewer viewer,
            RedirectAttributes after) {
        Statement checked = statements.check(day, viewer);
        after.addFlashAttribute(
                "flash",
                checked.proven() ? Flash.done("statement.checked") : Flash.warning("statement.checked.missing"));
        after.addAttribute("day", day.toString());
        return "redirect:/ledger/statement";
    }
}
