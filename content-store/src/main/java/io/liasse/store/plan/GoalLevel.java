package io.liasse.store.plan;

import java.util.Optional;

/** Where a goal stands in the tree: what is to be reached, what that takes, what is done for it. */
public enum GoalLevel {
    MAIN,
    PARTIAL,
    ACTION;

    /** The level of goals under one of this level; empty under the last. */
    public Optional<GoalLevel> below() {
        return switch (this) {
            case MAIN -> Optional.of(PARTIAL);
            case PARTIAL -> Optional.of(ACTION);
            case ACTION -> Optional.empty();
        };
    }
}
