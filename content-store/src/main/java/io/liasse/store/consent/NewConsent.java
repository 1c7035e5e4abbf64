package io.liasse.store.consent;

import io.liasse.store.Entries;
import io.liasse.store.InvalidInput;
import io.liasse.store.document.DocumentId;
import io.liasse.store.party.PartyId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A consent as it is noted.
 *
 * @param from who gives it, a participant of the case
 * @param purpose 1 to {@value #LONGEST} characters
 * @param categories of data, at least one
 * @param recipients at least one, {@value #MOST_RECIPIENTS} at most
 * @param validUntil the last day; null until it is withdrawn
 * @param document filed in the case, which shows it
 */
public record NewConsent(
        PartyId from,
        String purpose,
        Set<DataCategory> categories,
        Set<PartyId> recipients,
        ConsentForm form,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable DocumentId document) {
    public static final int LONGEST = 500;
    public static final int MOST_RECIPIENTS = 50;

    public NewConsent {
        purpose = Entries.wanted("purpose", purpose, LONGEST);
        categories = chosen(categories);
        recipients = new LinkedHashSet<>(recipients);
        if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
            throw new InvalidInput("recipients", "must be 1 to " + MOST_RECIPIENTS);
        }
        Entries.likely("validFrom", validFrom);
        Entries.likely("validUntil", validUntil);
        if (validUntil != null && validUntil.isBefore(validFrom)) {
            throw new InvalidInput("validUntil", "is before it begins");
        }
    }

    static Set<DataCategory> chosen(Set<DataCategory> categories) {
        if (categories.isEmpty()) {
            throw new InvalidInput("categories", "is missing");
        }
        return EnumSet.copyOf(categories);
    }
}
