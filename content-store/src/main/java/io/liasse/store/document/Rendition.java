package io.liasse.store.document;

import io.liasse.store.object.StoredObject;

/** A derived object. {@code page} counts from 1 for PAGE and is 0 for the others. */
public record Rendition(RenditionKind kind, int page, StoredObject object, String mediaType) {}
