package io.liasse.store.consent;

import io.liasse.store.document.DocumentId;
import io.liasse.store.party.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody consents to in a case.
 *
 * @param validUntil the last day; null until it is withdrawn
 * @param withdrawal null while it is not withdrawn
 * @param notedBy the name of who noted it
 */
public record Consent(
        ConsentId id,
        Party from,
        String purpose,
        Set<DataCategory> categories,
        List<Recipient> recipients,
        ConsentForm form,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable DocumentId document,
        @Nullable Withdrawal withdrawal,
        String notedBy,
        Instant notedAt,
        long version) {
    public Consent {
        categories = Collections.unmodifiableSet(new TreeSet<>(categories));
        recipients = List.copyOf(recipients);
    }

    /** From this day on it holds no longer; {@code by} is a name. */
    public record Withdrawal(LocalDate on, @Nullable String why, String by) {}

    /**
     * Who may be told.
     *
     * @param received whether something was told under this consent
     * @param toldOn when the recipient heard of its withdrawal
     */
    public record Recipient(
            Party party, boolean received, @Nullable LocalDate toldOn) {}

    public enum Standing {
        HOLDS,
        FUTURE,
        ENDED,
        WITHDRAWN
    }

    public Standing standing(LocalDate day) {
        if (withdrawal != null && !day.isBefore(withdrawal.on())) {
            return Standing.WITHDRAWN;
        }
        if (day.isBefore(validFrom)) {
            return Standing.FUTURE;
        }
        return validUntil != null && day.isAfter(validUntil) ? Standing.ENDED : Standing.HOLDS;
    }

    /** Those who received something under it and have not heard that it was withdrawn. */
    public List<Recipient> toTell() {
        return withdrawal == null
                ? List.of()
                : recipients.stream()
                        .filter(each -> each.received() && each.toldOn() == null)
                        .toList();
    }
}
