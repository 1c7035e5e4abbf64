package io.liasse.caseapi.bulk;

import io.liasse.caseapi.web.Flash;
import io.liasse.routes.PageEditing;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.BulkEdit;
import io.liasse.store.document.BulkEdit.Outcome;
import io.liasse.store.document.BulkEdit.Refusal;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The same change to the documents that somebody ticked in a list, and what became of it. */
@Controller
final class BulkPages {
    /** A search of this program and nothing else, as the search page writes it. */
    private static final Pattern SEARCH = Pattern.compile("/search\\?[\\w.*+%&=-]*");

    private final BulkEdit bulk;
    private final BulkTargets targets;
    private final Documents documents;

    BulkPages(BulkEdit bulk, BulkTargets targets, Documents documents) {
        this.bulk = bulk;
        this.targets = targets;
        this.documents = documents;
    }

    /** What is to be done with the ticked documents. */
    enum What {
        TYPE,
        DATE,
        TAG,
        UNTAG,
        MOVE,
        MERGE,
        TRASH
    }

    /**
     * What somebody ticked and chose.
     *
     * @param back reference of the case whose list it was, or the address of the search; null for the inbox
     */
    record Form(
            List<DocumentId> document,
            @Nullable What what,
            @Nullable String type,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate date,

            @Nullable String tag,
            @Nullable String target,
            @Nullable String back) {
        @SuppressWarnings("NullAway") // binding leaves the list out when nothing was ticked
        Form {
            document = document == null ? List.of() : List.copyOf(document);
        }
    }

    /** What was refused, for the page that follows: the titles by why. */
    record Refused(Refusal why, List<String> titles) {}

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @PostMapping("/bulk")
    String apply(@ModelAttribute Form form, Viewer viewer, RedirectAttributes after) {
        Optional<CaseReference> in = Optional.ofNullable(form.back()).flatMap(CaseReference::parse);
        if (form.what() == What.MERGE && in.isPresent()) {
            return toMerge(in.get(), form, after);
        }
        Map<DocumentId, String> titles = titles(form.document(), viewer);
        try {
            List<Outcome> outcomes = bulk.apply(form.document(), change(form, viewer), viewer);
            told(outcomes, titles, after);
        } catch (InvalidInput problem) {
            after.addFlashAttribute("flash", Flash.failed("bulk.problem." + known(problem.field())));
        }
        return "redirect:" + place(form.back());
    }

    /** The order is chosen on a page of its own. */
    private static String toMerge(CaseReference in, Form form, RedirectAttributes after) {
        int ticked = form.document().size();
        if (ticked < 2 || ticked > PageEditing.MOST_TOGETHER) {
            after.addFlashAttribute("flash", Flash.failed("merge.problem"));
            return "redirect:/cases/" + in + "/documents";
        }
        after.addAttribute("document", form.document());
        return "redirect:/cases/" + in + "/documents/merge";
    }

    private static String place(@Nullable String back) {
        if (back == null) {
            return "/inbox/all";
        }
        return SEARCH.matcher(back).matches()
                ? back
                : CaseReference.parse(back)
                        .map(each -> "/cases/" + each + "/documents")
                        .orElse("/inbox/all");
    }

    /** Of those the viewer may see. */
    private Map<DocumentId, String> titles(List<DocumentId> ids, Viewer viewer) {
        Map<DocumentId, String> titles = new LinkedHashMap<>();
        documents.visible(ids, viewer).forEach(each -> titles.put(each.id(), each.title()));
        return titles;
    }

    private static String known(String field) {
        return switch (field) {
            case "documents", "case", "tags", "type" -> field;
            default -> "change";
        };
    }

    private BulkEdit.Change change(Form form, Viewer viewer) {
        What what = form.what();
        if (what == null) {
            throw new InvalidInput("change", "is missing");
        }
        return switch (what) {
            case TYPE -> new BulkEdit.Change(form.type(), null, List.of(), List.of(), null, false);
            case DATE -> new BulkEdit.Change(null, form.date(), List.of(), List.of(), null, false);
            case TAG -> new BulkEdit.Change(null, null, one(form.tag()), List.of(), null, false);
            case UNTAG -> new BulkEdit.Change(null, null, List.of(), one(form.tag()), null, false);
            case MOVE -> {
                if (form.target() == null) {
                    throw new InvalidInput("case", "is missing");
                }
                yield new BulkEdit.Change(
                        null, null, List.of(), List.of(), targets.caseNamed(form.target(), viewer), false);
            }
            case MERGE -> throw new InvalidInput("change", "is for the documents of one case");
            case TRASH -> new BulkEdit.Change(null, null, List.of(), List.of(), null, true);
        };
    }

    private static List<String> one(@Nullable String tag) {
        return tag == null ? List.of() : List.of(tag);
    }

    private static void told(List<Outcome> outcomes, Map<DocumentId, String> titles, RedirectAttributes after) {
        Map<Refusal, List<String>> refused = new LinkedHashMap<>();
        for (Outcome each : outcomes) {
            if (each.refusal() != null) {
                refused.computeIfAbsent(each.refusal(), none -> new ArrayList<>())
                        .add(titles.getOrDefault(each.document(), "–"));
            }
        }
        int done = (int) outcomes.stream().filter(Outcome::done).count();
        int not = outcomes.size() - done;
        after.addFlashAttribute(
                "flash", not == 0 ? Flash.done("bulk.done", done) : Flash.warning("bulk.some", done, not));
        after.addFlashAttribute(
                "refused",
                refused.entrySet().stream()
                        .map(each -> new Refused(each.getKey(), each.getValue()))
                        .toList());
    }
}
