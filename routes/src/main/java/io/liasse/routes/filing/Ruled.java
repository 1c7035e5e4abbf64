package io.liasse.routes.filing;

import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.filing.RuleSet;
import io.liasse.store.filing.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about one document.
 *
 * @param named the case that a rule names, if there is such a case
 */
record Ruled(RuleSet rules, Ruling ruling, @Nullable Named named) {
    /**
     * A case named by a rule.
     *
     * @param file whether the document shall be filed there; otherwise it is proposed
     */
    record Named(String rule, CaseFile caseFile, boolean file) {
        boolean open() {
            return caseFile.state() != CaseState.CLOSED;
        }
    }

    static Ruled nothing(RuleSet rules) {
        return new Ruled(rules, Ruling.NONE, null);
    }
}
