package io.liasse.caseapi.documents;

import io.liasse.store.document.Candidate;
import io.liasse.store.document.Evidence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A case proposed for a document, as a page shows it: what it is called, how sure, and why. */
public record Proposal(String reference, String title, int percent, List<Clue> clues) {
    /** Evidence kinds that have a text {@code evidence.<kind>}. */
    private static final int MOST = 99;

    static final Set<String> KINDS = Set.of(
            "reference-in-text",
            "reference-in-barcode",
            "reference-in-name",
            "reference-in-subject",
            "reference-in-folder",
            "wished",
            "cover-sheet",
            "mail-thread",
            "with-parent",
            "party-number",
            "party-number-misread",
            "name-and-birth",
            "party-name",
            "party-name-similar",
            "known-number",
            "known-number-shared",
            "participant",
            "awaited",
            "similar",
            "rule");

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
                percent(candidate.score()),
                candidate.evidence().stream().map(Clue::of).toList());
    }

    /** Nothing that was weighed is certain. */
    private static int percent(double score) {
        return score < 1 ? Math.min(MOST, (int) Math.round(score * 100)) : 100;
    }

    /** Whether a form may choose it beforehand. */
    public boolean likely() {
        return percent >= 50;
    }

    public String tone() {
        return percent >= 85 ? "good" : percent >= 60 ? "fair" : "poor";
    }
}
