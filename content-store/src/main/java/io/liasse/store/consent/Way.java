package io.liasse.store.consent;

/** How something was told. */
public enum Way {
    LETTER,
    MAIL,
    TELEPHONE,
    MEETING,
    PLATFORM
}
