package io.liasse.caseapi.security;

import io.liasse.caseapi.testing.Answer;

/** How far a call came. */
enum Outcome {
    /** Past the gate: what is wrong now, if anything, is wrong with the request. */
    LET_IN("+"),
    /** Must sign in. */
    SIGN_IN("in"),
    /** May not do that. */
    REFUSED("no"),
    /** There is no such thing, for this caller. */
    ABSENT("404"),
    /** A fault of ours; never expected. */
    FAULT("!");

    private final String sign;

    Outcome(String sign) {
        this.sign = sign;
    }

    static Outcome ofSign(String sign) {
        for (Outcome each : values()) {
            if (each.sign.equals(sign)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no outcome " + sign);
    }

    static Outcome of(Answer answer) {
        if (answer.header("Location").contains("/sign-in")) {
            return SIGN_IN;
        }
        return switch (answer.status()) {
            case 401 -> SIGN_IN;
            case 403 -> REFUSED;
            case 404 -> ABSENT;
            default -> answer.status() < 500 ? LET_IN : FAULT;
        };
    }
}
