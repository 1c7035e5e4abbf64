package io.liasse.store.plan;

import io.liasse.store.Entries;
import io.liasse.store.InvalidInput;
import io.liasse.store.party.PartyId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agreement to a plan as it is now.
 *
 * @param reason 1 to {@value #LONGEST} characters
 * @param agreed parties that take part in the case, at least one
 * @param agreedOn today when null
 */
public record NewPlanVersion(
        String reason,
        Set<PartyId> agreed,
        @Nullable LocalDate agreedOn,
        @Nullable LocalDate reviewOn) {
    public static final int LONGEST = 2000;

    public NewPlanVersion {
        reason = Entries.wanted("reason", reason, LONGEST);
        agreed = Set.copyOf(agreed);
        if (agreed.isEmpty()) {
            throw new InvalidInput("agreed", "needs somebody who agreed");
        }
        Entries.likely("agreedOn", agreedOn);
        Entries.likely("reviewOn", reviewOn);
        if (agreedOn != null && reviewOn != null && reviewOn.isBefore(agreedOn)) {
            throw new InvalidInput("reviewOn", "is before the agreement");
        }
    }
}
