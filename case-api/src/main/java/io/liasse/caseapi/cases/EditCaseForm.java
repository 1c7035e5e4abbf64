package io.liasse.caseapi.cases;

import io.liasse.store.access.UserId;
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What of a case can be edited. {@code manager} is a username.
 *
 * @param version the one the person saw
 */
record EditCaseForm(
        @Nullable String title,
        @Nullable String phase,
        @Nullable String manager,
        @Nullable Boolean sealed,
        @Nullable Long version) {
    static EditCaseForm of(CaseFile file, @Nullable String manager) {
        return new EditCaseForm(file.title(), file.phase(), manager, file.sealed(), file.version());
    }

    public boolean isSealed() {
        return Boolean.TRUE.equals(sealed);
    }

    long knownVersion() {
        return version == null ? -1 : version;
    }

    void check(List<String> phases, Errors errors) {
        if (title == null || title.length() > 200) {
            errors.rejectValue("title", "cases.problem.title");
        }
        if (phase == null || !phases.contains(phase)) {
            errors.rejectValue("phase", "cases.problem.phase");
        }
    }

    /** Only what differs from the case as it is, so that nobody needs more rights than the change does. */
    CaseChange change(CaseFile file, @Nullable UserId manager) {
        return new CaseChange(
                file.title().equals(title) ? null : title,
                file.phase().equals(phase) ? null : phase,
                null,
                file.sealed() == isSealed() ? null : isSealed(),
                manager == null || manager.equals(file.manager()) ? null : manager);
    }
}
