package io.liasse.caseapi.cases;

import io.liasse.store.casefile.CaseTypes.CaseType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a case is opened with. {@code manager} is a username. */
public record OpenCaseForm(
        @Nullable String type,
        @Nullable String title,
        @Nullable PartyChoice party,
        @Nullable String manager,
        @Nullable Boolean sealed) {
    public OpenCaseForm {
        party = party == null ? PartyChoice.NONE : party;
    }

    public static OpenCaseForm empty(String manager) {
        return new OpenCaseForm(null, null, null, manager, null);
    }

    public PartyChoice client() {
        return party == null ? PartyChoice.NONE : party;
    }

    public boolean isSealed() {
        return Boolean.TRUE.equals(sealed);
    }

    public void check(List<CaseType> types, Errors errors) {
        if (types.stream().noneMatch(each -> each.key().equals(type))) {
            errors.rejectValue("type", "cases.problem.type");
        }
        if (title == null || title.length() > 200) {
            errors.rejectValue("title", "cases.problem.title");
        }
        client().check(errors);
    }
}
