package io.liasse.caseapi.documents;

import io.liasse.store.type.TypeProposal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The type that a form chooses beforehand, and the words because of which. */
public record TypeGuess(String type, int percent, List<TypeProposal.Word> evidence) {
    private static final double LIKELY = 0.5;

    public TypeGuess {
        evidence = List.copyOf(evidence);
    }

    /** Null when there is nothing likely to choose. */
    public static @Nullable TypeGuess of(Optional<TypeProposal> proposal) {
        return proposal.filter(each -> each.confidence() >= LIKELY)
                .map(each -> new TypeGuess(each.type(), (int) Math.round(each.confidence() * 100), each.evidence()))
                .orElse(null);
    }

    /** The words as a person reads them; empty when there are none. */
    public String words() {
        return evidence.stream().map(TypeProposal.Word::word).collect(Collectors.joining(", "));
    }
}
