package io.liasse.caseapi.cases;

import io.liasse.store.casefile.CaseLinks.NewLink;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.casefile.LinkKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A case to be linked as it is entered; {@code other} is its reference. */
record LinkForm(
        @Nullable String other,
        @Nullable LinkKind kind,
        @Nullable String note) {
    void check(Errors errors) {
        if (reference().isEmpty()) {
            errors.rejectValue("other", "link.problem.case");
        }
    }

    private Optional<CaseReference> reference() {
        return other == null ? Optional.empty() : CaseReference.parse(other.strip());
    }

    NewLink link() {
        return new NewLink(reference().orElseThrow(), kind == null ? LinkKind.RELATED : kind, note);
    }
}
