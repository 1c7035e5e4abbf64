package io.liasse.store.document;

import io.liasse.store.object.StoredObject;

/** A file found inside a document: an attachment, an archive entry. Its bytes are already stored. */
public record NewPart(String name, StoredObject object, String mediaType) {}
