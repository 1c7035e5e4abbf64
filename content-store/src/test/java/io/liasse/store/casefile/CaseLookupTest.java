package io.liasse.store.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.party.Likeness;
import io.liasse.store.party.NewParty;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyIdentifier;
import io.liasse.store.party.PartyKind;
import io.liasse.store.testing.Stores;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cases are found by what people know of them, and people by what is known of them. */
class CaseLookupTest {
    private final Stores stores = Stores.fresh();
    private final Viewer clerk = stores.user(Role.CLERK);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void findsByTitleReferenceNumberNameAndIdentifierTogether() {
        Party anna = stores.given().person("Meier Anna", clerk, new PartyIdentifier("ahv", "756.9217.0769.85"));
        CaseFile file = stores.given().openCase("Return to work", clerk, new NewParticipant(anna.id(), "client"));
        stores.given().openCase("Other matter", clerk);
        assertThat(found("return")).containsExactly(file);
        assertThat(found("mei ret")).containsExactly(file);
        assertThat(found("anna")).containsExactly(file);
        assertThat(found("756.9217")).containsExactly(file);
        assertThat(found(file.reference().toString())).contains(file);
        assertThat(found("nothing of this")).isEmpty();
    }

    @Test
    void findsUnderTheNameOfTodayAndOnlyWhileOpen() {
        Party anna = stores.given().person("Meier Anna", clerk);
        CaseFile file = stores.given().openCase("Return", clerk, new NewParticipant(anna.id(), "client"));
        stores.parties()
                .change(
                        new Party(
                                anna.id(),
                                PartyKind.PERSON,
                                "Keller Anna",
                                null,
                                null,
                                null,
                                List.of(),
                                anna.version()),
                        clerk);
        assertThat(found("keller")).extracting(CaseFile::id).containsExactly(file.id());
        assertThat(found("meier")).isEmpty();
        stores.sql().sql("update case_file set state = 'CLOSED'").update();
        assertThat(found("keller")).isEmpty();
    }

    @Test
    void showsCasesOnlyToWhomMayFileIntoThem() {
        CaseFile secret = stores.given().sealedCase("Secret", stores.user(Role.SUPERVISOR));
        assertThat(found("secret")).isEmpty();
        assertThat(stores.cases().fileable("secret", stores.user(Role.CASE_MANAGER), 8))
                .isEmpty();
        assertThat(secret.sealed()).isTrue();
    }

    @Test
    void tellsWhoMayBeMeantTheLikeliestFirst() {
        party("Maier Anna", LocalDate.of(1971, 4, 12));
        party("Meyer Hanna", null);
        party("Meier Anna", LocalDate.of(1980, 1, 1));
        party("Keller Beat", null, new PartyIdentifier("ahv", "756.9217.0769.85"));
        party("Steiner Anna", null);
        NewParty meant = new NewParty(
                PartyKind.PERSON,
                "Meier Anna",
                LocalDate.of(1971, 4, 12),
                null,
                null,
                List.of(new PartyIdentifier("ahv", "7569217076985")));
        assertThat(stores.parties().like(meant, clerk, 8))
                .extracting(each -> each.party().name() + " " + each.why())
                .containsExactly(
                        "Keller Beat " + Likeness.Why.IDENTIFIER,
                        "Maier Anna " + Likeness.Why.NAME_AND_BIRTH,
                        "Meier Anna " + Likeness.Why.NAME);
    }

    @Test
    void tellsWhoIsMeantByANumberAloneWhenTheNameHasNoLetter() {
        party("Keller Beat", null, new PartyIdentifier("ahv", "756.9217.0769.85"));
        NewParty unnamed = new NewParty(
                PartyKind.PERSON, "–", null, null, null, List.of(new PartyIdentifier("ahv", "7569217076985")));
        assertThat(stores.parties().like(unnamed, clerk, 8))
                .extracting(each -> each.party().name())
                .containsExactly("Keller Beat");
    }

    private void party(String name, LocalDate birth, PartyIdentifier... identifiers) {
        stores.parties().create(new NewParty(PartyKind.PERSON, name, birth, null, null, List.of(identifiers)), clerk);
    }

    private List<CaseFile> found(String text) {
        return stores.cases().fileable(text, clerk, 8);
    }
}
