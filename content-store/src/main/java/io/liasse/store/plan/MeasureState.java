package io.liasse.store.plan;

/** How far a measure is. */
public enum MeasureState {
    PLANNED,
    RUNNING,
    DONE,
    GIVEN_UP
}
