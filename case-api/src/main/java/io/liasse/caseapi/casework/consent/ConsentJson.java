package io.liasse.caseapi.casework.consent;

import io.liasse.store.consent.Consent;
import io.liasse.store.consent.Consent.Recipient;
import io.liasse.store.consent.Consent.Standing;
import io.liasse.store.consent.Consent.Withdrawal;
import io.liasse.store.consent.ConsentForm;
import io.liasse.store.consent.DataCategory;
import io.liasse.store.party.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consent.
 *
 * @param standing today
 * @param toTell recipients who received something under it and have not heard that it was withdrawn
 */
public record ConsentJson(
        UUID id,
        PersonJson from,
        String purpose,
        Set<DataCategory> categories,
        List<RecipientJson> recipients,
        ConsentForm form,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable UUID document,
        Standing standing,
        @Nullable WithdrawalJson withdrawal,
        List<PersonJson> toTell,
        String notedBy,
        Instant notedAt) {

    /** A party by id and name. */
    public record PersonJson(UUID id, String name) {
        static PersonJson of(Party party) {
            return new PersonJson(party.id().value(), party.name());
        }
    }

    /** Who may be told, whether anything was told, and when the recipient heard of the withdrawal. */
    public record RecipientJson(
            UUID id,
            String name,
            boolean received,
            @Nullable LocalDate toldOn) {
        static RecipientJson of(Recipient recipient) {
            Party party = recipient.party();
            return new RecipientJson(party.id().value(), party.name(), recipient.received(), recipient.toldOn());
        }
    }

    /** From this day on it holds no longer. */
    public record WithdrawalJson(LocalDate on, @Nullable String why, String by) {
        static @Nullable WithdrawalJson of(@Nullable Withdrawal withdrawal) {
            return withdrawal == null ? null : new WithdrawalJson(withdrawal.on(), withdrawal.why(), withdrawal.by());
        }
    }

    public static ConsentJson of(Consent consent, LocalDate today) {
        return new ConsentJson(
                consent.id().value(),
                PersonJson.of(consent.from()),
                consent.purpose(),
                new TreeSet<>(consent.categories()),
                consent.recipients().stream().map(RecipientJson::of).toList(),
                consent.form(),
                consent.validFrom(),
                consent.validUntil(),
                consent.document() == null ? null : consent.document().value(),
                consent.standing(today),
                WithdrawalJson.of(consent.withdrawal()),
                consent.toTell().stream()
                        .map(each -> PersonJson.of(each.party()))
                        .toList(),
                consent.notedBy(),
                consent.notedAt());
    }
}
