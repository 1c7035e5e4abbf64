package io.liasse.caseapi.ledger;

import io.liasse.caseapi.web.Flash;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Item;
import io.liasse.store.item.ItemId;
import io.liasse.store.item.Ledger;
import io.liasse.store.item.LedgerLine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ledger line by line, one line by itself, and reading again what failed. */
@Controller
final class LedgerPages {
    private final Ledger ledger;
    private final ItemViews views;
    private final Again again;
    private final AccessPolicy policy;

    LedgerPages(Ledger ledger, ItemViews views, Again again, AccessPolicy policy) {
        this.ledger = ledger;
        this.views = views;
        this.again = again;
        this.policy = policy;
    }

    @InitBinder
    void emptyMeansAny(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/ledger")
    String list(
            @ModelAttribute("filter") LedgerFilter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Viewer viewer,
            Model model) {
        Page<LedgerLine> page = ledger.page(filter.query(), viewer, new PageRequest(PageRequest.USUAL, cursor));
        model.addAttribute("rows", page.items().stream().map(LedgerRow::of).toList());
        model.addAttribute("more", page.next() == null ? null : filter.url(page.next()));
        model.addAttribute("states", Item.State.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("accountable", policy.maySeeAllLines(viewer));
        return fragment == null || cursor == null ? "ledger/ledger" : "ledger/ledger :: rows";
    }

    @GetMapping("/ledger/{id}")
    String show(@PathVariable ItemId id, Viewer viewer, Model model) {
        model.addAttribute("view", views.of(id, viewer));
        return "ledger/item";
    }

    @PostMapping("/ledger/{id}/retry")
    String retry(@PathVariable ItemId id, Viewer viewer, RedirectAttributes after) {
        after.addFlashAttribute("flash", told(again.one(id, viewer)));
        return "redirect:/ledger/" + id;
    }

    @PostMapping("/ledger/retry")
    String retryAll(@ModelAttribute("filter") LedgerFilter filter, Viewer viewer, RedirectAttributes after) {
        after.addFlashAttribute("flash", told(again.all(filter.query(), viewer)));
        return "redirect:/ledger";
    }

    private static Flash told(Again.Outcome outcome) {
        if (outcome.more()) {
            return Flash.notice("ledger.retried.more", outcome.retried());
        }
        if (outcome.refused() > 0) {
            return Flash.warning("ledger.retried.refused", outcome.retried(), outcome.refused());
        }
        return outcome.retried() == 0
                ? Flash.notice("ledger.retried.none")
                : Flash.done("ledger.retried", outcome.retried());
    }
}
