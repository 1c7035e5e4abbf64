package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Address;
import io.liasse.store.NotAllowed;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened in one case, newest first, of one kind or all. */
@Controller
final class TimelinePages {
    private final CaseHeads heads;
    private final Timelines timelines;
    private final AccessPolicy policy;

    TimelinePages(CaseHeads heads, Timelines timelines, AccessPolicy policy) {
        this.heads = heads;
        this.timelines = timelines;
        this.policy = policy;
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/timeline")
    String show(
            @PathVariable String reference,
            @RequestParam(defaultValue = "EVENTS") TimelineKind kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Viewer viewer,
            Model model) {
        CaseHead head = heads.of(reference, viewer);
        List<TimelineKind> kinds = kinds(head, viewer);
        if (!kinds.contains(kind)) {
            throw new NotAllowed("needs MANAGE");
        }
        Page<TimelineEntry> page = timelines.of(head.file().id(), kind, new PageRequest(PageRequest.USUAL, cursor));
        model.addAttribute("head", head);
        model.addAttribute("entries", page.items());
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", kinds);
        model.addAttribute("more", page.next() == null ? null : url(head, kind, page.next()));
        return fragment == null || cursor == null ? "cases/timeline" : "cases/timeline :: rows";
    }

    private List<TimelineKind> kinds(CaseHead head, Viewer viewer) {
        boolean reads = policy.maySeeReadsOf(viewer, head.file().id());
        return Arrays.stream(TimelineKind.values())
                .filter(kind -> reads || !kind.tellsReads())
                .toList();
    }

    private static String url(CaseHead head, TimelineKind kind, String cursor) {
        return Address.of(head.path() + "/timeline")
                .with("kind", kind)
                .with("cursor", cursor)
                .toString();
    }
}
