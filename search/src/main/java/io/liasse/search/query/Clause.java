package io.liasse.search.query;

/** One thing that must, or must not, be in what is found; {@code text} is never blank and not yet analysed. */
public sealed interface Clause {
    String text();

    /** A word; may fall apart into several when analysed, which then have to stand together. */
    record Word(String text) implements Clause {}

    /** Words that stand together in this order. */
    record Phrase(String text) implements Clause {}

    /** The beginning of a word. */
    record Prefix(String text) implements Clause {}
}
