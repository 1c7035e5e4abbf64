package io.liasse.routes.filing;

import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Evidence;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Weighs clues: one existing, open case is filed into; several, a closed or an unknown one make it ask. A reference
 * without a case does not stand in the way of one that has a case: quoted numbers of others pass the check digit by
 * chance.
 */
final class Judgement {
    private final Map<CaseReference, CaseFile> cases = new LinkedHashMap<>();
    private final Map<CaseReference, List<Clue>> clues;

    Judgement(Collection<Clue> clues, Function<CaseReference, Optional<CaseFile>> register) {
        this.clues = clues.stream()
                .distinct()
                .collect(Collectors.groupingBy(Clue::reference, LinkedHashMap::new, Collectors.toList()));
        this.clues.keySet().forEach(each -> register.apply(each).ifPresent(found -> cases.put(each, found)));
    }

    /** Whether at least one clue leads to a case. */
    boolean knowsCase() {
        return !cases.isEmpty();
    }

    FilingDecision decision() {
        return switch (cases.size()) {
            case 0 -> new FilingDecision.AskClerk(List.of(), nothingFound());
            case 1 -> decision(cases.values().iterator().next());
            default -> new FilingDecision.AskClerk(candidates(), "several-references|" + names());
        };
    }

    /** For the case that was chosen already, whatever else the clues say. */
    FilingDecision decision(CaseFile chosen) {
        List<Candidate> all = candidates();
        if (chosen.state() == CaseState.CLOSED) {
            return new FilingDecision.AskClerk(all, "case-closed|" + chosen.reference());
        }
        return all.stream()
                .filter(each -> each.caseId().equals(chosen.id()))
                .findFirst()
                .<FilingDecision>map(candidate -> new FilingDecision.FileIn(candidate, all))
                .orElseThrow();
    }

    private String nothingFound() {
        return clues.isEmpty()
                ? "no-evidence"
                : "unknown-reference|" + clues.keySet().iterator().next();
    }

    private String names() {
        return cases.keySet().stream().map(CaseReference::toString).collect(Collectors.joining(", "));
    }

    /** Not yet weighed. */
    List<Candidate> candidates() {
        return cases.values().stream().map(this::candidate).toList();
    }

    private Candidate candidate(CaseFile found) {
        List<Clue> speaking = clues.getOrDefault(found.reference(), List.of());
        List<Evidence> evidence = speaking.stream().map(Clue::evidence).toList();
        return new Candidate(found.id(), found.reference(), found.title(), 0, evidence);
    }
}
