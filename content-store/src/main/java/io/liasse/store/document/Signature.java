package io.liasse.store.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature that the original bears, as it was when the document was read.
 *
 * @param signer as the certificate says; empty where that cannot be read
 * @param at when it was signed, as the signature says; nobody need have vouched for it
 * @param whole whether it covers the file to its end
 */
public record Signature(String signer, @Nullable Instant at, boolean whole, SignatureState state) {}
