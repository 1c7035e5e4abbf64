package io.liasse.caseapi.cases;

import io.liasse.store.casefile.CaseFile;
import io.liasse.store.party.Likeness;
import io.liasse.store.party.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A known party that may be the one meant, with the cases of it that the viewer may see, open ones first.
 *
 * @param why what speaks for it; null when it was chosen
 */
public record Duplicate(Party party, Likeness.@Nullable Why why, List<CaseFile> cases) {
    public Duplicate {
        cases = List.copyOf(cases);
    }
}
