package io.liasse.caseapi.web;

import org.jspecify.annotations.Nullable;

/** A request that the web itself refuses, not one of the rooms below: a precondition, a range, a reused key. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemKind kind;

    public Refusal(ProblemKind kind, @Nullable String detail) {
        super(detail);
        this.kind = kind;
    }

    ProblemKind kind() {
        return kind;
    }
}
