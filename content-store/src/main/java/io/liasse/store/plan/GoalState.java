package io.liasse.store.plan;

/** How far a goal is. */
public enum GoalState {
    OPEN,
    /** With the degree to which it was attained. */
    ASSESSED,
    GIVEN_UP
}
