package io.liasse.caseapi.casework.plan;

import io.liasse.caseapi.web.Entered;
import io.liasse.store.party.PartyId;
import io.liasse.store.plan.NewPlanVersion;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The agreement to a plan as it is entered; {@code agreed} are ids of parties that take part. */
record VersionForm(
        @Nullable String reason,
        @Nullable List<UUID> agreed,
        @Nullable String agreedOn,
        @Nullable String reviewOn) {
    VersionForm {
        agreed = agreed == null
                ? List.of()
                : agreed.stream().filter(Objects::nonNull).toList();
    }

    private List<UUID> parties() {
        return agreed == null ? List.of() : agreed;
    }

    public boolean by(UUID party) {
        return parties().contains(party);
    }

    void check(Errors errors) {
        if (reason == null) {
            errors.rejectValue("reason", "plan.problem.reason");
        }
        if (parties().isEmpty()) {
            errors.rejectValue("agreed", "plan.problem.agreed");
        }
        Entered.checkDay(errors, "agreedOn", agreedOn);
        Entered.checkDay(errors, "reviewOn", reviewOn);
    }

    NewPlanVersion version() {
        return new NewPlanVersion(
                Objects.toString(reason, ""),
                parties().stream().map(PartyId::new).collect(Collectors.toUnmodifiableSet()),
                Entered.day(agreedOn),
                Entered.day(reviewOn));
    }
}
