package io.liasse.caseapi.cases;

import io.liasse.store.NotFound;
import io.liasse.store.casefile.CaseReference;

/** Reads case references that stand in addresses. */
final class References {
    private References() {}

    /** An address with anything but a valid reference leads nowhere. */
    static CaseReference of(String text) {
        return CaseReference.parse(text).orElseThrow(() -> new NotFound("case"));
    }
}
