package io.liasse.routes.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.routes.testing.Program;
import io.liasse.store.awaited.Awaited;
import io.liasse.store.awaited.AwaitedDocuments;
import io.liasse.store.awaited.NewAwaited;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Evidence;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.Wishes;
import io.liasse.store.filing.FilingDecisions;
import io.liasse.store.filing.FilingModel;
import io.liasse.store.item.Channel;
import io.liasse.store.item.NewItem;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.party.NewParty;
import io.liasse.store.party.Parties;
import io.liasse.store.party.PartyId;
import io.liasse.store.party.PartyIdentifier;
import io.liasse.store.party.PartyKind;
import io.liasse.store.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeighingTest {
    private static final String NUMBER = "756.9217.0769.85";

    private Program program;

    @BeforeEach
    void start(@TempDir Path home) {
        program = Program.start(home, TestDatabase.fresh());
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void proposesTheCaseOfAPersonByTheirNumberInWhateverForm() {
        CaseFile rochat = openCase("Rochat", person("Marie Rochat-Favre", "1961-04-12", NUMBER));
        openCase("Other", person("Paul Keller", "1970-01-01", "756.1234.5678.97"));
        for (String written : List.of(NUMBER, "7569217076985", "756 9217 0769 85")) {
            Document waiting = read("Insured no. " + written);
            assertThat(waiting.state()).isEqualTo(DocumentState.INBOX);
            assertThat(waiting.reason()).isEqualTo("still-learning");
            assertThat(best(waiting).caseId()).isEqualTo(rochat.id());
            assertThat(best(waiting).evidence())
                    .contains(new Evidence("party-number", NUMBER + " · Marie Rochat-Favre", 1));
        }
    }

    @Test
    void recognisesANumberThatWasMisread() {
        CaseFile rochat = openCase("Rochat", person("Marie Rochat-Favre", "1961-04-12", NUMBER));
        Document waiting = read("AHV-Nr. 756.92l7.O769.8S");
        assertThat(best(waiting).caseId()).isEqualTo(rochat.id());
        assertThat(kinds(waiting)).containsExactly("party-number-misread");
    }

    @Test
    void tellsPeopleOfTheSameNameByTheirBirthDate() {
        openCase("Elder", person("Hans Müller", "1951-03-02", null));
        CaseFile younger = openCase("Younger", person("Hans Müller", "1988-11-30", null));
        Document waiting = read("Betrifft: Müller Hans, geboren am 30.11.1988");
        assertThat(best(waiting).caseId()).isEqualTo(younger.id());
        assertThat(kinds(waiting)).containsExactly("name-and-birth");
        Document open = read("Betrifft: Hans Müller");
        assertThat(candidates(open)).hasSize(2);
        assertThat(best(open).score()).isLessThan(0.5);
    }

    @Test
    void findsNamesBySoundAndDespiteConfusedLetters() {
        CaseFile meier = openCase("Meier", person("Katharina Bernasconi", "1961-04-12", null));
        assertThat(best(read("Signora Catarina Bernasconi, Lugano")).caseId()).isEqualTo(meier.id());
        assertThat(best(read("Signora Katharina Bemasconi, Lugano")).caseId()).isEqualTo(meier.id());
    }

    @Test
    void tellsWhichOfTwoCasesOfAPersonByWhoTakesPart() {
        PartyId client = person("Marie Rochat", "1961-04-12", NUMBER);
        openCase("Complaint", client, organisation("Sanatis Versicherung", "info@sanatis.example"));
        CaseFile work = openCase("Work", client, organisation("Gerber & Co. AG", "info@gerber.example"));
        Document waiting = read("Gerber & Co. AG\ninfo@gerber.example\n\nMarie Rochat " + NUMBER);
        assertThat(best(waiting).caseId()).isEqualTo(work.id());
        assertThat(kinds(waiting)).contains("participant");
    }

    @Test
    void learnsANumberFromOneDocumentThatAPersonFiled() {
        CaseFile rochat = openCase("Rochat", person("Marie Rochat", "1961-04-12", null));
        Document first = read("Kunden-Nr. K-482913\nRechnung");
        assertThat(candidates(first)).isEmpty();
        assertThat(first.reason()).isEqualTo("no-evidence");
        fileByHand(first, rochat);
        Document second = read("Unser Zeichen: K482913");
        assertThat(best(second).caseId()).isEqualTo(rochat.id());
        assertThat(kinds(second)).containsExactly("known-number");
    }

    @Test
    void aNumberOnDocumentsOfManyCasesTellsNothing() {
        for (int i = 0; i < 9; i++) {
            fileByHand(read("Our account CH93 0076 2011 6238 5295 7"), openCase("Case " + i));
        }
        assertThat(candidates(read("Our account CH93 0076 2011 6238 5295 7"))).isEmpty();
    }

    @Test
    void proposesTheCaseWithADocumentThatSaysMuchTheSame() {
        CaseFile roof = openCase("Roof");
        openCase("Garden");
        String survey = "Dachstuhl Ziegel Spenglerarbeiten Kaminfeger Regenrinne Unterdach Lattung Fassade Isolation "
                + "Gerüst Baumeister Terrasse ";
        fileByHand(read(survey + "Offerte"), roof);
        fileByHand(read("Mietvertrag Wohnung Nebenkosten Kaution Heizung"), openCase("Flat"));
        await().untilAsserted(() -> {
            Document waiting = read(survey + "Rechnung");
            assertThat(candidates(waiting)).extracting(Candidate::caseId).containsExactly(roof.id());
            assertThat(kinds(waiting)).containsExactly("similar");
            assertThat(best(waiting).score()).isLessThan(0.5);
        });
    }

    @Test
    void asksWhenAReferenceAndANumberPointToDifferentCases() {
        CaseFile rochat = openCase("Rochat", person("Marie Rochat", "1961-04-12", NUMBER));
        CaseFile other = openCase("Other", person("Paul Keller", "1970-01-01", "756.1234.5678.97"));
        Document waiting = read("Your reference " + other.reference() + ", insured no. " + NUMBER);
        assertThat(waiting.state()).isEqualTo(DocumentState.INBOX);
        assertThat(waiting.reason())
                .startsWith("identifiers-disagree|")
                .contains(rochat.reference().toString());
        assertThat(candidates(waiting)).extracting(Candidate::caseId).containsExactly(other.id(), rochat.id());
        Document agreeing = read("Your reference " + rochat.reference() + ", insured no. " + NUMBER);
        assertThat(agreeing.state()).isEqualTo(DocumentState.FILED);
    }

    @Test
    void proposesTheCaseWhereTheReferenceIsMistyped() {
        CaseFile rochat = openCase("Rochat", person("Marie Rochat", "1961-04-12", NUMBER));
        Document waiting = read("Your reference 1999-123456-7, Marie Rochat, born on 12.04.1961");
        assertThat(best(waiting).caseId()).isEqualTo(rochat.id());
    }

    @Test
    void filesAloneOnceEnoughDecisionsWereRightAndNoLongerAfterErrors() {
        CaseFile rochat = openCase("Rochat", person("Marie Rochat", "1961-04-12", NUMBER));
        CaseFile other = openCase("Other");
        List<Document> alone = new ArrayList<>();
        for (int i = 0; i < 240 && alone.isEmpty(); i++) {
            Document each = read("Marie Rochat, " + NUMBER + ", paper " + i);
            if (each.state() == DocumentState.FILED) {
                alone.add(each);
            } else {
                fileByHand(each, rochat);
            }
        }
        assertThat(alone).hasSize(1);
        assertThat(model().threshold()).isNotNull();
        assertThat(program.get(FilingDecisions.class)
                        .of(alone.getFirst().id())
                        .orElseThrow()
                        .alone())
                .isTrue();
        for (int i = 0; i < 30; i++) {
            Document each = read("Marie Rochat, " + NUMBER + ", letter " + i);
            fileByHand(each, other);
        }
        Document afterwards = read("Marie Rochat, " + NUMBER + ", last");
        assertThat(model().threshold()).isNull();
        assertThat(afterwards.state()).isEqualTo(DocumentState.INBOX);
    }

    @Test
    void proposesTheCaseThatAwaitsSomethingFromTheSender() {
        PartyId hospital = organisation("Kantonsspital Freiburg", "info@kantonsspital.example");
        CaseFile waiting = openCase("Waiting", person("Marie Rochat", "1961-04-12", null));
        openCase("Not waiting", person("Paul Keller", "1970-01-01", null));
        CaseFile gaveUp = openCase("Gave up");
        awaiting(waiting, "Discharge report", hospital, null);
        Awaited given = awaiting(gaveUp, "Bill", hospital, null);
        program.get(AwaitedDocuments.class).giveUp(gaveUp.id(), given.id(), 1, program.everybody());
        for (String text : List.of("Kantonsspital Freiburg, Neurologie", "info@kantonsspital.example")) {
            Document read = read(text);
            assertThat(candidates(read)).extracting(Candidate::caseId).containsExactly(waiting.id());
            assertThat(best(read).evidence()).containsExactly(new Evidence("awaited", "Discharge report", null));
            assertThat(best(read).score()).isLessThan(0.5);
        }
    }

    @Test
    void whatIsAwaitedCountsFullyWhereTheTypeAgreesAndNotWhereItIsAnother() {
        PartyId hospital = organisation("Kantonsspital Freiburg", "info@kantonsspital.example");
        CaseFile report = openCase("Report");
        CaseFile bill = openCase("Bill");
        CaseFile anything = openCase("Anything");
        awaiting(report, "Discharge report", hospital, "medical-report");
        awaiting(bill, "Bill", hospital, "invoice");
        awaiting(anything, "Whatever", hospital, null);
        Document read = read("Kantonsspital Freiburg", "medical-report");
        assertThat(candidates(read)).extracting(Candidate::caseId).containsExactly(report.id(), anything.id());
        assertThat(best(read).score()).isGreaterThan(candidates(read).get(1).score());
    }

    @Test
    void anAwaitedTypeTellsWhichOfSeveralCasesButLeadsToNone() {
        PartyId client = person("Marie Rochat", "1961-04-12", NUMBER);
        openCase("Quiet", client);
        CaseFile waiting = openCase("Waiting", client);
        awaiting(waiting, "Signed form", null, "form");
        assertThat(candidates(read("Nothing of note", "form"))).isEmpty();
        Document read = read("Insured no. " + NUMBER, "form");
        assertThat(best(read).caseId()).isEqualTo(waiting.id());
        assertThat(kinds(read)).containsExactly("party-number", "awaited");
        assertThat(kinds(read("Insured no. " + NUMBER, "invoice"))).doesNotContain("awaited");
    }

    @Test
    void aPartyThatManyCasesWaitForLeadsToNone() {
        PartyId office = organisation("Kantonale Ausgleichskasse", "info@kasse.example");
        PartyId client = person("Marie Rochat", "1961-04-12", NUMBER);
        for (int i = 0; i < 21; i++) {
            awaiting(openCase("Case " + i), "Decision", office, null);
        }
        assertThat(candidates(read("Kantonale Ausgleichskasse"))).isEmpty();
        CaseFile own = openCase("Own", client);
        awaiting(own, "Decision", office, null);
        Document read = read("Kantonale Ausgleichskasse\n\nMarie Rochat " + NUMBER);
        assertThat(candidates(read)).extracting(Candidate::caseId).containsExactly(own.id());
        assertThat(kinds(read)).contains("awaited");
    }

    private Awaited awaiting(CaseFile in, String what, PartyId from, String type) {
        return program.get(AwaitedDocuments.class)
                .add(in.id(), new NewAwaited(what, from, type, null, null), program.everybody());
    }

    private FilingModel model() {
        return program.get(FilingDecisions.class).model().orElseThrow();
    }

    private CaseFile openCase(String title, PartyId... parties) {
        List<NewParticipant> participants = new ArrayList<>();
        for (PartyId each : parties) {
            participants.add(new NewParticipant(each, participants.isEmpty() ? "client" : "employer"));
        }
        return program.get(CaseFiles.class)
                .open(new NewCase("complaint", title, false, null, participants), program.everybody());
    }

    private PartyId person(String name, String born, String number) {
        List<PartyIdentifier> numbers = number == null ? List.of() : List.of(new PartyIdentifier("ahv", number));
        return program.get(Parties.class)
                .create(
                        new NewParty(PartyKind.PERSON, name, LocalDate.parse(born), null, null, numbers),
                        program.everybody())
                .id();
    }

    private PartyId organisation(String name, String email) {
        return program.get(Parties.class)
                .create(
                        new NewParty(
                                PartyKind.ORGANISATION,
                                name,
                                null,
                                null,
                                null,
                                List.of(new PartyIdentifier("email", email))),
                        program.everybody())
                .id();
    }

    private void fileByHand(Document document, CaseFile in) {
        program.documents()
                .file(document.id(), new FilingOrder(in.id(), null, null, null, Map.of()), null, program.everybody());
    }

    private Document read(String text) {
        return read(text, null);
    }

    private Document read(String text, String type) {
        NewItem item = new NewItem(
                Channel.UPLOAD,
                null,
                program.get(ObjectStore.class).put(new ByteArrayInputStream(Program.bytes(text))),
                "scan.pdf",
                null,
                null,
                null,
                List.of(),
                List.of(),
                null);
        Document document = program.document(program.documents()
                .receive(item, new Wishes(null, type, null, null, null))
                .document());
        ReadResult found = new ReadResult(
                "application/pdf",
                null,
                null,
                "de",
                null,
                1,
                List.of(new PageText(1, text, "layer", null, "de", null, 595, 842)),
                List.of(),
                List.of(),
                List.of());
        assertThat(program.documents().startReading(document.id())).isTrue();
        program.documents().recordRead(document.id(), found);
        program.get(Filing.class).file(document, found);
        return program.document(document.id());
    }

    private List<Candidate> candidates(Document document) {
        return program.candidates(document.id());
    }

    private Candidate best(Document document) {
        assertThat(candidates(document)).isNotEmpty();
        return candidates(document).getFirst();
    }

    private List<String> kinds(Document document) {
        return best(document).evidence().stream().map(Evidence::kind).distinct().toList();
    }
}
