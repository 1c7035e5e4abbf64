package io.liasse.store.document;

/** What is derived from an original; can be thrown away and made again. */
public enum RenditionKind {
    /** Searchable PDF of the whole document. */
    PDF,
    /** All text, UTF-8, pages separated by form feed. */
    TEXT,
    /** One page as PNG or JPEG. */
    PAGE,
    /** First page, at most 320 pixels wide. */
    THUMBNAIL,
    /** ALTO 4 with word boxes, whole document. */
    ALTO
}
