package io.liasse.store.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.consent.Consent.Standing;
import io.liasse.store.document.DocumentId;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyId;
import io.liasse.store.testing.Stores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private final Stores stores = Stores.fresh();
    private final Consents consents = stores.bean(Consents.class);
    private final Disclosures disclosures = stores.bean(Disclosures.class);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final Viewer officer = stores.user(Role.RECORDS_OFFICER);
    private final Party anna = stores.given().person("Anna Meier", manager);
    private final Party doctor = stores.given().person("Dr. Rochat", manager);
    private final Party insurer = stores.given().person("Insurer", manager);
    private final CaseFile file = stores.given().openCase("Case", manager, new NewParticipant(anna.id(), "client"));

    @AfterEach
    void close() {
        stores.close();
    }

    private NewConsent consent(Set<DataCategory> categories, @Nullable LocalDate until, Party... recipients) {
        Set<PartyId> to = new java.util.LinkedHashSet<>();
        for (Party each : recipients) {
            to.add(each.id());
        }
        return new NewConsent(anna.id(), "Return to work", categories, to, ConsentForm.WRITTEN, DAY, until, null);
    }

    private Consent given(Set<DataCategory> categories, @Nullable LocalDate until, Party... recipients) {
        return consents.add(file.id(), consent(categories, until, recipients), manager);
    }

    private static NewDisclosure told(Party to, Set<DataCategory> categories, LocalDate on, @Nullable String basis) {
        return new NewDisclosure(to.id(), "Report of 1 June", categories, Way.LETTER, on, basis, null);
    }

    private Disclosure tell(Party to, Set<DataCategory> categories, LocalDate on, @Nullable String basis) {
        return disclosures.add(file.id(), told(to, categories, on, basis), manager);
    }

    @Test
    void holdFromTheirFirstDayToTheirLast() {
        Consent given = given(Set.of(DataCategory.HEALTH), DAY.plusDays(9), doctor);
        assertThat(given.standing(DAY.minusDays(1))).isEqualTo(Standing.FUTURE);
        assertThat(given.standing(DAY)).isEqualTo(Standing.HOLDS);
        assertThat(given.standing(DAY.plusDays(9))).isEqualTo(Standing.HOLDS);
        assertThat(given.standing(DAY.plusDays(10))).isEqualTo(Standing.ENDED);
        Consent gone =
                consents.withdraw(file.id(), given.id(), DAY.plusDays(5), " no trust ", given.version(), manager);
        assertThat(gone.standing(DAY.plusDays(4))).isEqualTo(Standing.HOLDS);
        assertThat(gone.standing(DAY.plusDays(5))).isEqualTo(Standing.WITHDRAWN);
        assertThat(gone.withdrawal()).isNotNull();
        assertThat(gone.withdrawal().why()).isEqualTo("no trust");
        assertThatThrownBy(() -> consents.withdraw(file.id(), given.id(), DAY, null, gone.version(), manager))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> consents.takeBack(file.id(), given.id(), given.version(), manager))
                .isInstanceOfSatisfying(
                        Conflict.class, problem -> assertThat(problem.stale()).isTrue());
        Consent back = consents.takeBack(file.id(), given.id(), gone.version(), manager);
        assertThat(back.withdrawal()).isNull();
        assertThatThrownBy(() -> consents.takeBack(file.id(), given.id(), back.version(), manager))
                .isInstanceOf(Conflict.class);
        assertThat(stores.journal()
                        .ofCase(
                                file.id(),
                                Set.of(Action.CONSENT_GIVEN, Action.CONSENT_WITHDRAWN, Action.CONSENT_RESTORED),
                                PageRequest.first(9))
                        .items())
                .extracting(JournalEntry::action)
                .containsExactly(Action.CONSENT_RESTORED, Action.CONSENT_WITHDRAWN, Action.CONSENT_GIVEN);
    }

    @Test
    void coverWhatIsToldAndSayWhatTheyDoNot() {
        Consent health = given(Set.of(DataCategory.HEALTH, DataCategory.WORK), null, doctor, insurer);
        Consent family = given(Set.of(DataCategory.FAMILY), DAY.plusDays(1), doctor);
        Disclosure whole = tell(doctor, Set.of(DataCategory.HEALTH, DataCategory.FAMILY), DAY, null);
        assertThat(whole.under()).containsExactlyInAnyOrder(health.id(), family.id());
        assertThat(whole.to().name()).isEqualTo("Dr. Rochat");
        missing(told(insurer, Set.of(DataCategory.HEALTH, DataCategory.FAMILY), DAY, null), "[FAMILY]");
        missing(told(doctor, Set.of(DataCategory.FAMILY), DAY.plusDays(2), null), "[FAMILY]");
        missing(told(doctor, Set.of(DataCategory.HEALTH), DAY.minusDays(1), null), "[HEALTH]");
        missing(told(anna, Set.of(DataCategory.FINANCE, DataCategory.LEGAL), DAY, " "), "[FINANCE, LEGAL]");
        Disclosure other = tell(insurer, Set.of(DataCategory.FINANCE), DAY, "Article 32 of the act");
        assertThat(other.under()).isEmpty();
        assertThat(other.basis()).isEqualTo("Article 32 of the act");
    }

    private void missing(NewDisclosure disclosure, String categories) {
        assertThatThrownBy(() -> disclosures.add(file.id(), disclosure, manager))
                .isInstanceOfSatisfying(InvalidInput.class, problem -> {
                    assertThat(problem.field()).isEqualTo("basis");
                    assertThat(problem).hasMessageEndingWith(categories);
                });
    }

    @Test
    void whenWithdrawnNameWhoMustBeTold() {
        Consent given = given(Set.of(DataCategory.HEALTH), null, doctor, insurer);
        tell(doctor, Set.of(DataCategory.HEALTH), DAY, null);
        assertThat(consents.get(file.id(), given.id(), manager).toTell()).isEmpty();
        assertThatThrownBy(() -> consents.told(file.id(), given.id(), doctor.id(), DAY, manager))
                .isInstanceOf(Conflict.class);
        Consent gone = consents.withdraw(file.id(), given.id(), DAY.plusDays(3), null, given.version(), manager);
        assertThat(gone.toTell()).extracting(each -> each.party().id()).containsExactly(doctor.id());
        missing(told(doctor, Set.of(DataCategory.HEALTH), DAY.plusDays(3), null), "[HEALTH]");
        tell(doctor, Set.of(DataCategory.HEALTH), DAY.plusDays(2), null);
        assertThatThrownBy(() -> consents.told(file.id(), given.id(), anna.id(), DAY, manager))
                .isInstanceOf(InvalidInput.class);
        Consent told = consents.told(file.id(), given.id(), doctor.id(), DAY.plusDays(4), manager);
        assertThat(told.toTell()).isEmpty();
        assertThat(told.recipients())
                .filteredOn(Consent.Recipient::received)
                .singleElement()
                .satisfies(each -> assertThat(each.toldOn()).isEqualTo(DAY.plusDays(4)));
    }

    @Test
    void areSeenByWhoSeesTheCaseAndNotedWhileItIsOpen() {
        CaseFile sealed = stores.given().sealedCase("Sealed", manager, new NewParticipant(anna.id(), "client"));
        Consent hidden = consents.add(sealed.id(), consent(Set.of(DataCategory.HEALTH), null, doctor), manager);
        assertThatThrownBy(() -> consents.of(sealed.id(), officer)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> disclosures.page(sealed.id(), officer, PageRequest.first(5)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> consents.get(file.id(), hidden.id(), manager)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> consents.withdraw(file.id(), hidden.id(), DAY, null, hidden.version(), manager))
                .isInstanceOf(NotFound.class);
        assertThat(consents.of(file.id(), officer)).isEmpty();
        assertThatThrownBy(() -> consents.add(file.id(), consent(Set.of(DataCategory.HEALTH), null, doctor), officer))
                .isInstanceOf(NotAllowed.class);
        missing(told(doctor, Set.of(DataCategory.HEALTH), DAY, null), "[HEALTH]");
        CaseChange closing = new CaseChange(null, null, CaseState.CLOSED, null, null);
        stores.cases()
                .change(
                        file.id(),
                        closing,
                        stores.cases().get(file.id(), manager).version(),
                        manager);
        assertThatThrownBy(() -> given(Set.of(DataCategory.HEALTH), null, doctor))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> tell(doctor, Set.of(DataCategory.HEALTH), DAY, "law"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void refuseWhatCannotBe() {
        assertThatThrownBy(() -> consent(Set.of(), null, doctor)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> consent(Set.of(DataCategory.HEALTH), null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> consent(Set.of(DataCategory.HEALTH), DAY.minusDays(1), doctor))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> told(doctor, Set.of(DataCategory.HEALTH), LocalDate.of(9999, 1, 1), null))
                .isInstanceOf(InvalidInput.class);
        NewConsent ofNobody = new NewConsent(
                doctor.id(), "x", Set.of(DataCategory.HEALTH), Set.of(insurer.id()), ConsentForm.ORAL, DAY, null, null);
        assertThatThrownBy(() -> consents.add(file.id(), ofNobody, manager))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        problem -> assertThat(problem.field()).isEqualTo("from"));
        NewConsent toNobody = new NewConsent(
                anna.id(),
                "x",
                Set.of(DataCategory.HEALTH),
                Set.of(new PartyId(UUID.randomUUID())),
                ConsentForm.ORAL,
                DAY,
                null,
                new DocumentId(UUID.randomUUID()));
        assertThatThrownBy(() -> consents.add(file.id(), toNobody, manager)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatWasToldIsListedTheLatestDaysFirst() {
        for (int each = 1; each <= 5; each++) {
            tell(doctor, Set.of(DataCategory.WORK), DAY.plusDays(each % 3), "reason " + each);
        }
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            Page<Disclosure> page = disclosures.page(file.id(), officer, new PageRequest(2, cursor));
            page.items().forEach(each -> found.add(each.basis()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(found).containsExactly("reason 5", "reason 2", "reason 4", "reason 1", "reason 3");
    }
}
