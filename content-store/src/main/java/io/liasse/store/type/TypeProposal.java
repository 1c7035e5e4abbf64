package io.liasse.store.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type that a document probably has.
 *
 * @param confidence 0 to 1
 * @param evidence the words that speak most for it, the most telling first; may be empty
 */
public record TypeProposal(String type, double confidence, List<Word> evidence) {
    /**
     * A word that speaks for the type.
     *
     * @param page where it stands first, from 1; null when not on a page
     */
    public record Word(String word, @Nullable Integer page) {}

    public TypeProposal {
        evidence = List.copyOf(evidence);
    }
}
