package io.liasse.store.awaited;

/** How far the waiting is. */
public enum AwaitedState {
    OPEN,
    /** With the document that arrived. */
    ARRIVED,
    GIVEN_UP
}
