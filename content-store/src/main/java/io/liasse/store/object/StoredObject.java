package io.liasse.store.object;

/** What the store holds after a put: the digest of the bytes and their number. */
public record StoredObject(Sha256 hash, long size) {}
