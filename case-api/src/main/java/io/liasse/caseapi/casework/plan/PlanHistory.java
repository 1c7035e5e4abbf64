package io.liasse.caseapi.casework.plan;

import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.plan.PlanContent;
import io.liasse.store.plan.PlanDifference;
import io.liasse.store.plan.PlanVersion;
import io.liasse.store.plan.PlanVersions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the plan of a case with what was agreed. Thread-safe. */
@Component
final class PlanHistory {
    private static final PlanContent NOTHING = new PlanContent(List.of(), List.of());

    private final PlanVersions versions;

    PlanHistory(PlanVersions versions) {
        this.versions = versions;
    }

    /** What differs from {@code agreed}; nothing where nothing was agreed. */
    List<PlanDifference> since(@Nullable PlanVersion agreed, PlanContent now, CaseId caseId, Viewer viewer) {
        return agreed == null
                ? List.of()
                : PlanDifference.between(versions.content(caseId, agreed.number(), viewer), now);
    }

    /** What the version changed; {@code since} is the number of another version, null the one before. */
    List<PlanDifference> changes(CaseId caseId, int number, @Nullable Integer since, Viewer viewer) {
        int before = since == null ? number - 1 : since;
        PlanContent then = before == 0 ? NOTHING : versions.content(caseId, before, viewer);
        return PlanDifference.between(then, versions.content(caseId, number, viewer));
    }
}
