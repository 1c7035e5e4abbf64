package io.liasse.caseapi.casework.cost;

import io.liasse.store.cost.CostEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time spent on a case, or an expense.
 *
 * @param minutes null for an expense, as is {@code perHour}
 * @param removedBy who took it out of the sums; null while it counts
 */
record CostJson(
        UUID id,
        String what,
        LocalDate spentOn,
        @Nullable Integer minutes,
        @Nullable BigDecimal perHour,
        BigDecimal amount,
        String currency,
        @Nullable UUID document,
        String createdBy,
        Instant createdAt,
        @Nullable String removedBy,
        long version) {
    static CostJson of(CostEntry entry, String currency) {
        return new CostJson(
                entry.id().value(),
                entry.what(),
                entry.spentOn(),
                entry.minutes(),
                entry.perHour(),
                entry.amount(),
                currency,
                entry.document() == null ? null : entry.document().value(),
                entry.createdBy(),
                entry.createdAt(),
                entry.removedBy(),
                entry.version());
    }
}
