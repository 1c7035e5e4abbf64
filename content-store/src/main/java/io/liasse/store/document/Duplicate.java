package io.liasse.store.document;

/**
 * A document that looks the same as another.
 *
 * @param similarity estimated share of runs of three words in common, 0.8 to 1; 1 for the same bytes
 */
public record Duplicate(Document document, Kind kind, double similarity) {
    /** In which way. */
    public enum Kind {
        SAME_BYTES,
        NEAR
    }
}
