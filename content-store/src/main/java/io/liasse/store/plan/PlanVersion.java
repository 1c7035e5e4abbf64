package io.liasse.store.plan;

import io.liasse.store.party.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it was agreed.
 *
 * @param number from 1
 * @param reason why there is this version
 * @param agreed who agreed to it
 * @param reviewOn when it is to be looked at again
 * @param settledBy display name of who recorded it
 */
public record PlanVersion(
        int number,
        String reason,
        LocalDate agreedOn,
        List<Party> agreed,
        @Nullable LocalDate reviewOn,
        String settledBy,
        Instant settledAt) {
    public PlanVersion {
        agreed = List.copyOf(agreed);
    }
}
