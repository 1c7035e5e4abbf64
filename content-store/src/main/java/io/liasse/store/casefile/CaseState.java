package io.liasse.store.casefile;

/** Whether work goes on in a case; nothing is filed into a closed one without reopening it. */
public enum CaseState {
    OPEN,
    CLOSED
}
