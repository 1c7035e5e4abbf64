package io.liasse.store.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.PageRequest;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.journal.Action;
import io.liasse.store.testing.Stores;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartiesTest {
    private final Stores stores = Stores.fresh();
    private final Parties parties = stores.parties();
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final Viewer clerk = stores.user(Role.CLERK);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void givesBackWhatItWasMadeOf() {
        NewParty anna = new NewParty(
                PartyKind.PERSON,
                "Müller Anna",
                LocalDate.of(1980, 2, 29),
                "de",
                "Bern",
                List.of(new PartyIdentifier("ahv", "756.1234.5678.97"), new PartyIdentifier("email", "A@x.org")));
        Party made = parties.create(anna, manager);
        assertThat(parties.find(made.id(), clerk)).contains(made);
        assertThat(made.birthDate()).isEqualTo(anna.birthDate());
        assertThat(made.identifiers()).isEqualTo(anna.identifiers());
        assertThat(parties.findAll(List.of(made.id()))).containsEntry(made.id(), made);
    }

    @Test
    void findsByIdentifierHoweverItIsWritten() {
        Party anna =
                stores.given().person("Meier Anna", manager, new PartyIdentifier("iban", "CH93 0076 2011 6238 5295 7"));
        assertThat(parties.withIdentifier(new PartyIdentifier("iban", "ch9300762011623852957")))
                .containsExactly(anna);
        assertThat(parties.withIdentifier(new PartyIdentifier("ahv", "ch9300762011623852957")))
                .isEmpty();
        assertThat(parties.startingWith("CH93-0076-2011-6238-5295-7", clerk, 5)).containsExactly(anna);
    }

    @Test
    void findsByTheBeginningOfAnyWordOfTheName() {
        Party muller = stores.given().person("Müller-Straßer Anna", manager);
        stores.given().person("Meier Beat", manager);
        for (String each : List.of("mul", "stras", "ann", "anna mül", "MÜLLER")) {
            assertThat(parties.startingWith(each, clerk, 5)).containsExactly(muller);
        }
        assertThat(parties.startingWith("ller", clerk, 5)).isEmpty();
        assertThat(parties.startingWith(" ", clerk, 5)).isEmpty();
    }

    @Test
    void hidesPartiesOfSealedCasesFromWhoMayNotSeeThem() {
        Party gerda = stores.given().person("Geheim Gerda", manager, new PartyIdentifier("phone", "031 123 45 67"));
        CaseFile sealed = stores.given().sealedCase("Sealed", manager, new NewParticipant(gerda.id(), "client"));
        assertThat(parties.find(gerda.id(), clerk)).isEmpty();
        assertThat(parties.startingWith("geheim", clerk, 5)).isEmpty();
        assertThat(parties.startingWith("0311234567", clerk, 5)).isEmpty();
        assertThat(parties.startingWith("geheim", manager, 5)).containsExactly(gerda);
        stores.cases().grant(sealed.id(), clerk.user(), CaseRight.READ, manager);
        assertThat(parties.startingWith("geheim", clerk, 5)).containsExactly(gerda);
        Viewer other = stores.user(Role.SUPERVISOR);
        stores.given().openCase("Open", manager, new NewParticipant(gerda.id(), "client"));
        assertThat(parties.find(gerda.id(), other)).contains(gerda);
    }

    @Test
    void showsProgramsAndAdministratorsOnlyThePartiesOfCasesTheySee() {
        Party anna = stores.given().person("Meier Anna", manager);
        CaseFile file = stores.given().openCase("Case", manager, new NewParticipant(anna.id(), "client"));
        for (Role each : List.of(Role.EXTERNAL_SYSTEM, Role.ADMINISTRATOR)) {
            Viewer viewer = stores.user(each);
            assertThat(parties.find(anna.id(), viewer)).isEmpty();
            stores.cases().grant(file.id(), viewer.user(), CaseRight.READ, manager);
            assertThat(parties.find(anna.id(), viewer)).contains(anna);
            assertThatThrownBy(() -> parties.change(anna, viewer)).isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void tellsEveryCaseOfThePartyThatItChanged() {
        Party anna = stores.given().person("Meier Anna", manager);
        CaseFile one = stores.given().openCase("One", manager, new NewParticipant(anna.id(), "client"));
        CaseFile other = stores.given().openCase("Other", manager, new NewParticipant(anna.id(), "client"));
        Party married =
                new Party(anna.id(), anna.kind(), "Müller Anna", null, "fr", "Genève", List.of(), anna.version());
        Party changed = parties.change(married, clerk);
        assertThat(changed.name()).isEqualTo("Müller Anna");
        assertThat(parties.startingWith("muller", clerk, 5)).containsExactly(changed);
        assertThat(parties.startingWith("meier", clerk, 5)).isEmpty();
        for (CaseFile each : List.of(one, other)) {
            assertThat(stores.journal()
                            .ofCase(each.id(), Set.of(Action.PARTY_CHANGED), PageRequest.first(5))
                            .items())
                    .hasSize(1);
        }
        assertThatThrownBy(() -> parties.change(married, clerk))
                .isInstanceOfSatisfying(
                        Conflict.class, each -> assertThat(each.stale()).isTrue());
    }

    @Test
    void isChangedOnlyByWhoSeesIt() {
        Party gerda = stores.given().person("Geheim Gerda", manager);
        stores.given().sealedCase("Sealed", manager, new NewParticipant(gerda.id(), "client"));
        assertThatThrownBy(() -> parties.change(gerda, clerk)).isInstanceOf(NotFound.class);
    }
}
