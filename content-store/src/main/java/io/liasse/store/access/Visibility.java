package io.liasse.store.access;

import io.liasse.store.casefile.CaseId;
import java.util.Set;

/**
 * What one viewer may see, computed fresh from the database, for carriers that are not SQL (the index).
 *
 * @param viewer whose
 * @param allUnsealed sees every case that is not sealed
 * @param unfiled sees documents that belong to no case yet
 * @param granted the cases on which the viewer holds a right
 * @param sealedNotGranted sealed cases the viewer holds no right on; never visible
 */
public record Visibility(
        Viewer viewer, boolean allUnsealed, boolean unfiled, Set<CaseId> granted, Set<CaseId> sealedNotGranted) {
    public Visibility {
        granted = Set.copyOf(granted);
        sealedNotGranted = Set.copyOf(sealedNotGranted);
    }

    public boolean sees(CaseId caseId) {
        return granted.contains(caseId) || (allUnsealed && !sealedNotGranted.contains(caseId));
    }
}
