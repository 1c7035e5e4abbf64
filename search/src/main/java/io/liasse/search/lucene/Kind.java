package io.liasse.search.lucene;

/** What an entry of the index is; the names are those of {@code Hit.Kind}. */
public enum Kind {
    DOCUMENT,
    CASE,
    PERSON
}
