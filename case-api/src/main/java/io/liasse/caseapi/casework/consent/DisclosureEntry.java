package io.liasse.caseapi.casework.consent;

import io.liasse.caseapi.web.Entered;
import io.liasse.store.consent.DataCategory;
import io.liasse.store.consent.NewDisclosure;
import io.liasse.store.consent.Way;
import io.liasse.store.document.DocumentId;
import io.liasse.store.party.PartyId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Something that was told, as it is entered; {@code to} is the id of a party. */
record DisclosureEntry(
        @Nullable UUID to,
        @Nullable String what,
        @Nullable List<DataCategory> categories,
        @Nullable Way way,
        @Nullable String on,
        @Nullable String basis,
        @Nullable UUID document) {

    static DisclosureEntry empty(LocalDate today) {
        return new DisclosureEntry(null, null, null, null, today.toString(), null, null);
    }

    /** Whether the box is ticked. */
    public boolean has(DataCategory category) {
        return categories != null && categories.contains(category);
    }

    void check(Errors errors) {
        if (to == null) {
            errors.rejectValue("to", "consent.problem.to");
        }
        if (what == null) {
            errors.rejectValue("what", "consent.problem.what");
        }
        if (categories == null || categories.isEmpty()) {
            errors.rejectValue("categories", "consent.problem.categories");
        }
        if (on == null || Entered.day(on) == null) {
            errors.rejectValue("on", "consent.problem.on");
        }
    }

    /** Once it was checked. */
    NewDisclosure disclosure() {
        return new NewDisclosure(
                new PartyId(Objects.requireNonNull(to)),
                Objects.requireNonNull(what),
                EnumSet.copyOf(Objects.requireNonNull(categories)),
                way == null ? Way.LETTER : way,
                Objects.requireNonNull(Entered.day(on)),
                basis,
                document == null ? null : new DocumentId(document));
    }
}
