package io.liasse.caseapi.bulk;

import io.liasse.store.InvalidInput;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import org.springframework.stereotype.Component;

/** The cases that documents are moved to. Thread-safe. */
@Component
final class BulkTargets {
    private final CaseFiles cases;
    private final AccessPolicy policy;

    BulkTargets(CaseFiles cases, AccessPolicy policy) {
        this.cases = cases;
        this.policy = policy;
    }

    /** A case that the viewer neither sees nor may file into is as unknown as one that does not exist. */
    CaseId caseNamed(String reference, Viewer viewer) {
        return CaseReference.parse(reference.strip())
                .flatMap(cases::find)
                .map(CaseFile::id)
                .filter(id -> policy.rightOn(viewer, id).isPresent() || policy.mayFileInto(viewer, id))
                .orElseThrow(() -> new InvalidInput("case", "is not known"));
    }
}
