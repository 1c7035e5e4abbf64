package io.liasse.store.document;

import io.liasse.store.object.Sha256;
import java.time.Instant;

/** A version of a document; number 1 is the original and never changes. */
public record Version(int number, Sha256 sha256, long size, String mediaType, String reason, String by, Instant at) {}
