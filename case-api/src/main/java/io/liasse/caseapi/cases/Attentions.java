package io.liasse.caseapi.cases;

import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.awaited.Awaited;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.Participant;
import io.liasse.store.consent.Consent;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.plan.Goal;
import io.liasse.store.plan.PlanVersion;
import io.liasse.store.plan.PlanVersions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds what needs attention in a case, from what the store knows at this moment. Thread-safe. */
@Component
final class Attentions {
    private static final Set<DocumentState> TROUBLED =
            Set.of(DocumentState.FAILED, DocumentState.NEEDS_PASSWORD, DocumentState.QUARANTINED);
    private static final int LOOKED_AT = 100;

    private final CaseFiles cases;
    private final Documents documents;
    private final Journal journal;
    private final PlanVersions versions;
    private final Clock clock;

    Attentions(CaseFiles cases, Documents documents, Journal journal, PlanVersions versions, Clock clock) {
        this.cases = cases;
        this.documents = documents;
        this.journal = journal;
        this.versions = versions;
        this.clock = clock;
    }

    /** {@code awaited}: all that the case waits for; {@code goals}: all of its plan; {@code consents}: all of the case. */
    List<Attention> of(CaseHead head, List<Awaited> awaited, List<Goal> goals, List<Consent> consents, Viewer viewer) {
        List<Attention> found = new ArrayList<>();
        if (head.open()) {
            missing(head, viewer, found);
            planned(head, goals, viewer, found);
        }
        add("overdue", overdue(head, awaited), head.path() + "/awaited", found);
        long toTell = consents.stream().mapToLong(each -> each.toTell().size()).sum();
        add("told", toTell, head.path() + "/consents", found);
        add("waiting", waiting(head, viewer), "/inbox", found);
        add("troubled", troubled(head, viewer), head.path() + "/documents", found);
        add("filed", filedSinceLastVisit(head, viewer), head.path() + "/timeline?kind=DOCUMENTS", found);
        return found;
    }

    private void missing(CaseHead head, Viewer viewer, List<Attention> found) {
        if (head.file().manager() == null) {
            found.add(new Attention("cases.attention.manager", List.of(), head.path() + "/edit"));
        }
        if (cases.participants(head.file().id(), viewer).stream().noneMatch(Attentions::isPresentClient)) {
            found.add(new Attention("cases.attention.client", List.of(), head.path() + "/participants"));
        }
    }

    private void planned(CaseHead head, List<Goal> goals, Viewer viewer, List<Attention> found) {
        LocalDate today = LocalDate.now(clock);
        String plan = head.path() + "/plan";
        add("goals", goals.stream().filter(each -> each.overdue(today)).count(), plan, found);
        versions.last(head.file().id(), viewer)
                .map(PlanVersion::reviewOn)
                .filter(review -> review.isBefore(today))
                .ifPresent(review -> found.add(new Attention("cases.attention.review", List.of(), plan)));
    }

    private static boolean isPresentClient(Participant participant) {
        return participant.role().equals("client") && participant.present();
    }

    private static void add(String what, long count, String path, List<Attention> found) {
        if (count > 0) {
            found.add(new Attention("cases.attention." + what, List.of(count), path));
        }
    }

    private long overdue(CaseHead head, List<Awaited> awaited) {
        LocalDate today = LocalDate.now(clock);
        return head.open()
                ? awaited.stream().filter(each -> each.overdue(today)).count()
                : 0;
    }

    /** Documents in the inbox whose sender or text names this case. */
    private long waiting(CaseHead head, Viewer viewer) {
        String reference = head.file().reference().toString();
        return documents.page(DocumentQuery.inbox(), viewer, PageRequest.first(LOOKED_AT)).items().stream()
                .filter(each -> names(each, reference))
                .count();
    }

    private static boolean names(Document document, String reference) {
        String reason = document.reason();
        return reference.equals(document.wishedCase()) || (reason != null && reason.contains(reference));
    }

    private long troubled(CaseHead head, Viewer viewer) {
        DocumentQuery query = new DocumentQuery(TROUBLED, head.file().id(), null, null);
        return documents
                .page(query, viewer, PageRequest.first(LOOKED_AT))
                .items()
                .size();
    }

    /** Documents the program filed here since the viewer looked at the case before. */
    private long filedSinceLastVisit(CaseHead head, Viewer viewer) {
        Optional<Instant> visit = lastVisit(head, viewer);
        return visit.isEmpty()
                ? 0
                : entries(head, Action.DOCUMENT_FILED).stream()
                        .filter(each -> each.actor().user() == null && each.at().isAfter(visit.get()))
                        .count();
    }

    private Optional<Instant> lastVisit(CaseHead head, Viewer viewer) {
        return entries(head, Action.CASE_VIEWED).stream()
                .filter(each -> viewer.user().equals(each.actor().user()))
                .map(JournalEntry::at)
                .findFirst();
    }

    private List<JournalEntry> entries(CaseHead head, Action action) {
        return journal.ofCase(head.file().id(), Set.of(action), PageRequest.first(LOOKED_AT))
                .items();
    }
}
