package io.liasse.store.document;

/** A page of another document, of which a page of this one was made. {@code page} from 1. */
public record SourcePage(DocumentId source, int page) {}
