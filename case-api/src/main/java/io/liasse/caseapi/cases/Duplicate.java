package io.liasse.caseapi.cases;

import io.liasse.store.casefile.CaseFile;
import io.liasse.store.party.Party;
import java.util.List;

/** A known party that may be the one meant, with the cases of it that the viewer may see. */
record Duplicate(Party party, List<CaseFile> cases) {
    Duplicate {
        cases = List.copyOf(cases);
    }
}
