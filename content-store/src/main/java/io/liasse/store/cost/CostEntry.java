package io.liasse.store.cost;

import io.liasse.store.document.DocumentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Time spent on a case, or an expense.
 *
 * @param minutes null for an expense, as is {@code perHour}
 * @param amount in the currency of the house; of time what it costs
 * @param removedBy who took it out of the sums; null while it counts
 */
public record CostEntry(
        CostEntryId id,
        String what,
        LocalDate spentOn,
        @Nullable Integer minutes,
        @Nullable BigDecimal perHour,
        BigDecimal amount,
        @Nullable DocumentId document,
        String createdBy,
        Instant createdAt,
        @Nullable String removedBy,
        long version) {
    public boolean counts() {
        return removedBy == null;
    }
}
