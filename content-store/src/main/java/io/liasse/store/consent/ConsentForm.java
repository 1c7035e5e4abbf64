package io.liasse.store.consent;

/** How a consent was given. */
public enum ConsentForm {
    WRITTEN,
    ELECTRONIC,
    ORAL
}
