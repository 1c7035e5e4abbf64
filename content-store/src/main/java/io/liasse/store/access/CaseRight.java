package io.liasse.store.access;

/** A right on one case; each includes those before it. */
public enum CaseRight {
    READ,
    WRITE,
    MANAGE;

    public boolean includes(CaseRight other) {
        return compareTo(other) >= 0;
    }
}
