package io.liasse.store.consent;

/** Kinds of data about a person. */
public enum DataCategory {
    IDENTITY,
    HEALTH,
    SOCIAL,
    FAMILY,
    WORK,
    EDUCATION,
    FINANCE,
    LEGAL
}
