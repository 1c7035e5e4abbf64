package io.liasse.store.document;

/** What checking a signature gave. */
public enum SignatureState {
    /** Nothing that was signed is changed, and the signer is known. */
    VALID,
    /** Something was changed after signing. */
    CHANGED,
    /** Nothing was changed, but nobody known vouches for the signer. */
    UNKNOWN_SIGNER,
    /** It is damaged, or of a kind that cannot be checked. */
    BROKEN
}
