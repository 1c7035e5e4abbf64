package io.liasse.store.plan;

/** How far away a goal is. */
public enum Horizon {
    LONG,
    MID,
    SHORT
}
