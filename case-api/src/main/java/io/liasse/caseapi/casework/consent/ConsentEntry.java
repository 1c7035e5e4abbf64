package io.liasse.caseapi.casework.consent;

import io.liasse.caseapi.web.Entered;
import io.liasse.store.consent.ConsentForm;
import io.liasse.store.consent.DataCategory;
import io.liasse.store.consent.NewConsent;
import io.liasse.store.document.DocumentId;
import io.liasse.store.party.PartyId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A consent as it is entered; people by their ids. */
record ConsentEntry(
        @Nullable UUID from,
        @Nullable String purpose,
        @Nullable List<DataCategory> categories,
        @Nullable List<UUID> recipients,
        @Nullable ConsentForm form,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable UUID document) {

    static ConsentEntry empty(LocalDate today) {
        return new ConsentEntry(null, null, null, null, null, today.toString(), null, null);
    }

    /** Whether the box is ticked. */
    public boolean has(DataCategory category) {
        return categories != null && categories.contains(category);
    }

    public boolean to(UUID party) {
        return recipients != null && recipients.contains(party);
    }

    void check(Errors errors) {
        if (from == null) {
            errors.rejectValue("from", "consent.problem.from");
        }
        if (purpose == null) {
            errors.rejectValue("purpose", "consent.problem.purpose");
        }
        if (categories == null || categories.isEmpty()) {
            errors.rejectValue("categories", "consent.problem.categories");
        }
        if (recipients == null || recipients.isEmpty()) {
            errors.rejectValue("recipients", "consent.problem.recipients");
        }
        if (validFrom == null || Entered.day(validFrom) == null) {
            errors.rejectValue("validFrom", "consent.problem.validFrom");
        }
        if (validUntil != null && Entered.day(validUntil) == null) {
            errors.rejectValue("validUntil", "consent.problem.validUntil");
        }
    }

    /** Once it was checked. */
    NewConsent consent() {
        Set<PartyId> to = new LinkedHashSet<>();
        Objects.requireNonNull(recipients).forEach(each -> to.add(new PartyId(each)));
        return new NewConsent(
                new PartyId(Objects.requireNonNull(from)),
                Objects.requireNonNull(purpose),
                EnumSet.copyOf(Objects.requireNonNull(categories)),
                to,
                form == null ? ConsentForm.WRITTEN : form,
                Objects.requireNonNull(Entered.day(validFrom)),
                validUntil == null ? null : Entered.day(validUntil),
                document == null ? null : new DocumentId(document));
    }
}
