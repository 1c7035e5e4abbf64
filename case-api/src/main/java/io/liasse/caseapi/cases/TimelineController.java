package io.liasse.caseapi.cases;

import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.JournalEntry;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/cases/{reference}/timeline} and {@code /notes}: what happened in a case. */
@RestController
@RequestMapping("/api/v1/cases/{reference}")
final class TimelineController {
    /** Who looked at what is for those who answer for the case, and for records officers. */
    private static final Set<Action> READS = EnumSet.of(Action.CASE_VIEWED, Action.DOCUMENT_OPENED);

    private final CaseNaming naming;
    private final CaseFiles cases;
    private final Journal journal;
    private final AccessPolicy policy;

    TimelineController(CaseNaming naming, CaseFiles cases, Journal journal, AccessPolicy policy) {
        this.naming = naming;
        this.cases = cases;
        this.journal = journal;
        this.policy = policy;
    }

    /** One entry of the journal; {@code number} and {@code hash} are its place in the chain of the case. */
    record EntryJson(
            Instant at,
            Action action,
            ActorJson actor,
            @Nullable UUID document,
            Map<String, String> details,
            @Nullable Long number,
            @Nullable String hash) {
        static EntryJson of(JournalEntry entry) {
            return new EntryJson(
                    entry.at(),
                    entry.action(),
                    new ActorJson(
                            entry.actor().user() == null
                                    ? null
                                    : entry.actor().user().value(),
                            entry.actor().name()),
                    entry.document() == null ? null : entry.document().value(),
                    entry.details(),
                    entry.caseNumber(),
                    entry.hash());
        }
    }

    /** A user, or a part of the program, which has no id. */
    record ActorJson(@Nullable UUID id, String name) {}

    /** A note to be kept in the journal, 1 to 4000 characters. */
    record Note(@Nullable String text) {}

    @Operation(summary = "What happened in a case", description = "Newest first; reads only when asked for by action.")
    @GetMapping("/timeline")
    Listing<EntryJson> timeline(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable Set<Action> action,
            Paging paging,
            Viewer viewer) {
        CaseFile file = naming.caseNamed(reference, viewer);
        Set<Action> wanted = action == null || action.isEmpty() ? EnumSet.complementOf(EnumSet.copyOf(READS)) : action;
        if (wanted.stream().anyMatch(READS::contains)) {
            requireReadsOf(file, viewer);
        }
        return Listing.of(journal.ofCase(file.id(), wanted, paging.request()), EntryJson::of);
    }

    private void requireReadsOf(CaseFile file, Viewer viewer) {
        if (!policy.maySeeReadsOf(viewer, file.id())) {
            throw new NotAllowed("needs MANAGE");
        }
    }

    @Operation(summary = "Adds a note to a case")
    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    void note(@PathVariable String reference, @RequestBody Note note, Viewer viewer) {
        if (note.text() == null) {
            throw new InvalidInput("text", "is missing");
        }
        cases.note(naming.caseNamed(reference, viewer).id(), note.text(), viewer);
    }
}
