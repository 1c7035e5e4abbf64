package io.liasse.store.task;

/** How far a task is. */
public enum TaskState {
    OPEN,
    DONE,
    /** It need not be done any longer. */
    DROPPED
}
