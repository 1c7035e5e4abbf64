package io.liasse.routes.filing;

import io.liasse.store.casefile.CaseFile;

/** The case the sender named, after the sender's rights were looked at. */
sealed interface Wish {
    /** No case was named. */
    record None() implements Wish {}

    /** A case the sender may file into. */
    record Granted(CaseFile caseFile) implements Wish {}

    /** No such case for this sender: {@code reason} is the same whether there is one or not. */
    record Refused(String reason) implements Wish {}
}
