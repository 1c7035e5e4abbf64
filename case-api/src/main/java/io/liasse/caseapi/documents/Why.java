package io.liasse.caseapi.documents;

import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.filing.FilingDecisions;
import io.liasse.store.filing.FilingDecisions.Decision;
import io.liasse.store.filing.FilingDecisions.Grounds;
import io.liasse.store.filing.FilingDecisions.Step;
import io.liasse.store.filing.Weighed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a document was filed as it was, or why it waits: what was known, and which rules held, that day. Thread-safe. */
@Component
final class Why {
    private final Documents documents;
    private final FilingDecisions decisions;
    private final CaseFiles cases;
    private final Origins origins;
    private final AccessPolicy policy;

    Why(Documents documents, FilingDecisions decisions, CaseFiles cases, Origins origins, AccessPolicy policy) {
        this.documents = documents;
        this.decisions = decisions;
        this.cases = cases;
        this.origins = origins;
        this.policy = policy;
    }

    /**
     * The last decision of the program about a document, with what became of it.
     *
     * @param decision null where the program has decided nothing
     * @param candidates best first, with the probability of that day; those that the viewer may not see are left out
     * @param reason why a person was asked; without arguments where it would name a case that the viewer may not see
     * @param decided the case a person chose since, null where none did or the viewer may not see it
     * @param origins what it was made of, in the case of which it is; where the program has decided nothing
     */
    record Answer(
            Document document,
            @Nullable Decision decision,
            List<Candidate> candidates,
            @Nullable Reason reason,
            @Nullable CaseReference decided,
            List<Step> steps,
            List<Origin> origins) {
        Answer {
            candidates = List.copyOf(candidates);
            steps = List.copyOf(steps);
            origins = List.copyOf(origins);
        }

        public List<Proposal> proposals() {
            return candidates.stream().map(Proposal::of).toList();
        }

        public @Nullable Grounds grounds() {
            return decision == null ? null : decision.grounds();
        }

        /** Whether the reason may be told with its arguments. */
        public boolean whole() {
            return reason != null && !reason.arguments().isEmpty();
        }
    }

    Answer of(DocumentId id, Viewer viewer) {
        Document document = documents.get(id, viewer);
        Decision decision = decisions.of(id).orElse(null);
        List<Step> steps = decisions.steps(id);
        if (decision == null) {
            return new Answer(document, null, List.of(), null, null, steps, origins.of(id, viewer));
        }
        Set<CaseId> all = new HashSet<>();
        decision.candidates().forEach(each -> all.add(each.caseId()));
        if (decision.decided() != null) {
            all.add(decision.decided());
        }
        Map<CaseId, CaseReference> named = policy.named(viewer, all);
        CaseReference decided = decision.decided() == null ? null : named.get(decision.decided());
        return new Answer(
                document, decision, candidates(decision, named), reason(decision, viewer), decided, steps, List.of());
    }

    private List<Candidate> candidates(Decision decision, Map<CaseId, CaseReference> named) {
        List<Candidate> candidates = new ArrayList<>();
        for (Weighed each : decision.candidates()) {
            CaseReference reference = named.get(each.caseId());
            if (reference != null) {
                String title = cases.find(reference).map(CaseFile::title).orElse("");
                candidates.add(new Candidate(each.caseId(), reference, title, each.probability(), each.evidence()));
            }
        }
        return candidates;
    }

    private @Nullable Reason reason(Decision decision, Viewer viewer) {
        Grounds grounds = decision.grounds();
        Reason reason = Reason.of(grounds == null ? null : grounds.reason()).orElse(null);
        if (reason == null) {
            return null;
        }
        Set<CaseId> meant = new HashSet<>();
        CaseReference.findAll(String.join(" ", reason.arguments()))
                .forEach(each -> cases.find(each).ifPresent(found -> meant.add(found.id())));
        boolean seen = policy.named(viewer, meant).size() == meant.size() || seesClosed(viewer, meant);
        return seen ? reason : new Reason(reason.key(), List.of());
    }

    private boolean seesClosed(Viewer viewer, Set<CaseId> cases) {
        return cases.stream().allMatch(each -> policy.rightOn(viewer, each).isPresent());
    }
}
