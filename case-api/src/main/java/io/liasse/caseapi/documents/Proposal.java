package io.liasse.caseapi.documents;

import io.liasse.store.document.Candidate;
import io.liasse.store.document.Evidence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A case proposed for a document, as a page shows it: what it is called, how sure, and why. */
public record Proposal(String reference, String title, int percent, List<Clue> clues) {
    /** Evidence kinds that have a text {@code evidence.<kind>}. */
    static final Set<String> KINDS = Set.of(
            "reference-in-text",
            "reference-in-barcode",
            "reference-in-name",
            "reference-in-subject",
            "reference-in-folder",
            "wished",
            "mail-thread");

    /** One piece of evidence: its text, what was found, and on which page (from 1), if on one. */
    public record Clue(
            String messageKey, String value, @Nullable Integer page) {
        static Clue of(Evidence evidence) {
            String kind = KINDS.contains(evidence.kind()) ? evidence.kind() : "other";
            return new Clue("evidence." + kind, evidence.value(), evidence.page());
        }
    }

    public Proposal {
        clues = List.copyOf(clues);
    }

    public static Proposal of(Candidate candidate) {
        return new Proposal(
                candidate.reference().toString(),
                candidate.title(),
                (int) Math.round(candidate.score() * 100),
                candidate.evidence().stream().map(Clue::of).toList());
    }

    /** Whether a form may choose it beforehand. */
    public boolean likely() {
        return percent >= 50;
    }

    public String tone() {
        return percent >= 85 ? "good" : percent >= 60 ? "fair" : "poor";
    }
}
