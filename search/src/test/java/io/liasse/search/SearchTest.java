package io.liasse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.liasse.store.InvalidInput;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.journal.JournalPosition;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyIdentifier;
import io.liasse.store.tag.Tag;
import io.liasse.store.tag.TagId;
import io.liasse.store.tag.Tags;
import io.liasse.store.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
    @TempDir
    static Path home;

    private static Program program;
    private static Viewer supervisor;
    private static Viewer manager;

    @BeforeAll
    static void start() {
        program = Program.start(TestDatabase.fresh(), home);
        supervisor = program.user(Role.SUPERVISOR);
        manager = program.user(Role.CASE_MANAGER);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void findsAWordOfAPageWithItsCaseAndItsPlace() {
        CaseFile caseFile = program.open("Unfall Meier", false, manager);
        Document document = program.filed(caseFile, "Gutachten", "Deckblatt", "Die Wirbelsäule ist <b>heil</b>");

        Hit hit = await().until(() -> hits("wirbelsaeule", manager), found -> !found.isEmpty())
                .getFirst();

        assertThat(hit)
                .isEqualTo(new Hit(
                        Hit.Kind.DOCUMENT,
                        document.id().value(),
                        caseFile.reference(),
                        "Unfall Meier",
                        "Gutachten",
                        "Die <mark>Wirbelsäule</mark> ist &lt;b&gt;heil&lt;/b&gt;",
                        2,
                        "letter",
                        hit.date(),
                        "de",
                        hit.score()));
    }

    @Test
    void findsCasesByTheNamesOfThoseWhoTakePart() {
        Party person = program.person("Zurbriggen Pirmin", manager);
        CaseFile caseFile = program.open("Sturz vom Gerüst", false, manager);

        program.takesPart(person.id(), caseFile.id(), manager);

        List<Hit> hits = await().until(() -> hits("zurbriggen", manager), found -> found.size() == 2);
        assertThat(hits)
                .extracting(Hit::id)
                .containsExactlyInAnyOrder(caseFile.id().value(), person.id().value());
    }

    @Test
    void doesNotFindPeopleOfNoVisibleCase() {
        program.person("Einsam Erika", manager);
        Party person = program.person("Verborgen Vera", manager);
        CaseFile sealed = program.open("Heikles", true, manager, person);
        await().until(() -> hits("verborgen", manager).size() == 2);
        upToDate();

        assertThat(hits("einsam", supervisor)).isEmpty();
        assertThat(hits("verborgen", supervisor)).isEmpty();
        program.takesPart(person.id(), program.open("Harmloses", false, manager).id(), manager);
        await().until(() -> hits("verborgen", supervisor).size() == 2);
        assertThat(hits("heikles", supervisor)).isEmpty();
        assertThat(sealed.sealed()).isTrue();
    }

    @Test
    void putsExactNamesFirstEvenWhenTheIndexDoesNotHaveThem() {
        Party person = program.person("Genau Gabi", manager, new PartyIdentifier("ahv", "756.9217.0769.85"));
        CaseFile caseFile = program.open("Exaktes", false, manager, person);
        DocumentId document = program.filed(caseFile, "Brief", "Zeichen " + caseFile.reference())
                .id();

        assertThat(hits(caseFile.reference().toString(), manager).getFirst().id())
                .isEqualTo(caseFile.id().value());
        assertThat(hits(document.toString(), manager).getFirst().id()).isEqualTo(document.value());
        assertThat(hits("756.9217.0769.85", manager).getFirst().id())
                .isEqualTo(person.id().value());
        assertThat(hits("7569217076985", manager).getFirst().id())
                .isEqualTo(person.id().value());
        await().until(() -> find(caseFile.reference().toString(), manager).total() == 2);
        assertThat(hits(caseFile.reference().toString(), manager))
                .extracting(Hit::id)
                .containsExactly(caseFile.id().value(), document.value());
    }

    @Test
    void saysOfPeopleWhatTellsThemApart() {
        Party person = program.person("Zweifach Zoe", manager, new PartyIdentifier("ahv", "756.3047.5009.62"));
        program.open("Doppeltes", false, manager, person);
        Hit hit = await().until(
                        () -> hits("zweifach", manager).stream()
                                .filter(each -> each.kind() == Hit.Kind.PERSON)
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();

        assertThat(hit.title()).isEqualTo("Zweifach Zoe");
        assertThat(hit.snippet()).isEqualTo("Bern · 756.3047.5009.62");
    }

    @Test
    void tellsNothingOfExactNamesThatAreNotVisible() {
        Party person = program.person("Geheim Greta", manager, new PartyIdentifier("ahv", "756.1111.2222.13"));
        CaseFile sealed = program.open("Geheimes", true, manager, person);
        DocumentId document = program.filed(sealed, "Geheimbrief", "Geheimnis").id();
        await().until(() -> find("geheimnis", manager).total() == 1);

        for (String text : List.of(
                sealed.reference().toString(), document.toString(), "756.1111.2222.13", "geheim*", "geheimnis")) {
            assertThat(find(text, supervisor).total()).as(text).isZero();
            assertThat(find(text, supervisor).facets().values())
                    .as(text)
                    .allSatisfy(counts -> assertThat(counts).isEmpty());
            assertThat(program.search().suggest(text, supervisor, 10)).as(text).isEmpty();
        }
    }

    @Test
    void narrowsExactNamesToo() {
        CaseFile caseFile = program.open("Genaues", false, manager);

        assertThat(find(narrowed(caseFile.reference().toString(), Set.of(Hit.Kind.PERSON), null), manager)
                        .total())
                .isZero();
        assertThat(find(narrowed(caseFile.reference().toString(), Set.of(Hit.Kind.CASE), null), manager)
                        .total())
                .isEqualTo(1);
    }

    @Test
    void searchesWithinOneCase() {
        CaseFile one = program.open("Dossier eins", false, manager);
        CaseFile other = program.open("Dossier zwei", false, manager);
        program.filed(one, "Brief", "Kniegelenk");
        program.filed(other, "Brief", "Kniegelenk");
        await().until(() -> find("kniegelenk", manager).total() == 2);

        assertThat(find(narrowed("kniegelenk", Set.of(), one), manager).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.caseReference()).isEqualTo(one.reference()));
    }

    @Test
    void showsNothingOnceARightIsWithdrawn() {
        Viewer reader = program.user(Role.CASE_MANAGER);
        CaseFile caseFile = program.open("Entzogen", false, manager);
        program.filed(caseFile, "Brief", "Schulterprothese");
        program.cases().grant(caseFile.id(), reader.user(), CaseRight.READ, manager);
        await().until(() -> find("schulterprothese", reader).total() == 1);

        program.cases().revoke(caseFile.id(), reader.user(), manager);

        assertThat(find("schulterprothese", reader).total()).isZero();
        program.cases().grant(caseFile.id(), reader.user(), CaseRight.READ, manager);
        assertThat(find("schulterprothese", reader).total()).isEqualTo(1);
    }

    @Test
    void showsNothingFiledElsewhereAMomentAgo() {
        Viewer reader = program.user(Role.CASE_MANAGER);
        CaseFile open = program.open("Offen", false, manager);
        CaseFile closed = program.open("Versiegelt", true, manager);
        DocumentId document = program.filed(open, "Brief", "Handgelenkbruch").id();
        program.cases().grant(open.id(), reader.user(), CaseRight.READ, manager);
        await().until(() -> find("handgelenkbruch", reader).total() == 1);

        program.file(document, closed, manager);

        assertThat(hits("handgelenkbruch", reader)).isEmpty();
        assertThat(hits("handgelenkbruch", supervisor)).isEmpty();
        await().until(() -> find("handgelenkbruch", reader).total() == 0);
    }

    @Test
    void showsUnfiledDocumentsToClerksAndToWhoPostedThem() {
        Viewer clerk = program.user(Role.CLERK);
        Viewer poster = program.user(Role.EXTERNAL_SYSTEM);
        program.read("Post", "de", poster, "Hüftgelenksarthrose");
        await().until(() -> find("hüftgelenksarthrose", clerk).total() == 1);

        assertThat(find("hüftgelenksarthrose", poster).total()).isEqualTo(1);
        assertThat(find("hüftgelenksarthrose", supervisor).total()).isEqualTo(1);
        assertThat(find("hüftgelenksarthrose", manager).total()).isZero();
        assertThat(find("hüftgelenksarthrose", program.user(Role.EXTERNAL_SYSTEM))
                        .total())
                .isZero();
        assertThat(find("hüftgelenksarthrose", program.user(Role.ADMINISTRATOR)).total())
                .isZero();
    }

    @Test
    void findsNothingForAdministratorsAndNobody() {
        CaseFile caseFile = program.open("Verwaltung", false, manager);
        await().until(() -> find("verwaltung", manager).total() == 1);

        assertThat(find("", program.user(Role.ADMINISTRATOR)).total()).isZero();
        assertThat(find("", program.user()).total()).isZero();
        assertThat(find(caseFile.reference().toString(), program.user(Role.ADMINISTRATOR))
                        .total())
                .isZero();
    }

    @Test
    void followsThePhaseOfACaseInItsDocuments() {
        CaseFile caseFile = program.open("Phasenwechsel", false, manager);
        program.filed(caseFile, "Phasenwechselbrief", "Sprunggelenk");
        await().until(() -> find("phasenwechsel*", manager).total() == 2);

        program.cases()
                .change(
                        caseFile.id(),
                        new CaseChange("Phasenwechsel neu", "evaluation", null, null, null),
                        program.cases().get(caseFile.id(), manager).version(),
                        manager);

        await().until(() -> find("phasenwechsel*", manager)
                .facets()
                .get("phase")
                .equals(List.of(new Results.Count("evaluation", 2))));
        assertThat(hits("sprunggelenk", manager).getFirst().caseTitle()).isEqualTo("Phasenwechsel neu");
    }

    @Test
    void completesWhatTheViewerMaySee() {
        Party person = program.person("Vollenweider Urs", manager);
        CaseFile caseFile = program.open("Vollzug der Massnahme", false, manager, person);
        program.filed(caseFile, "Vollmacht", "…");
        program.open("Voll versiegelt", true, program.user(Role.CASE_MANAGER));
        await().until(() -> program.search().suggest("voll", manager, 10).size() == 3);

        assertThat(program.search().suggest("voll", manager, 10))
                .extracting(Hit::title)
                .containsExactly("Vollzug der Massnahme", "Vollenweider Urs", "Vollmacht");
        assertThat(program.search().suggest("massn", manager, 10)).hasSize(1);
        assertThat(program.search().suggest(caseFile.reference().toString().substring(0, 11), manager, 10))
                .extracting(Hit::id)
                .contains(caseFile.id().value());
        assertThat(program.search().suggest("", manager, 10)).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithAQuestionAndAnswersTheRest() {
        assertThat(find("\"offene Frage", manager).problem()).isEqualTo("unbalanced-quote");
        assertThat(find("wort ".repeat(20_000), manager).problem()).isEqualTo("query-too-long");
        assertThat(find("\u0000 \uD800 %' ; drop table document --", manager).total())
                .isZero();
        assertThat(program.search().suggest("\u0000\uD800'", manager, 5)).isEmpty();
    }

    @Test
    void refusesWhatIsNoPage() {
        assertThatThrownBy(() -> program.search()
                        .find(
                                new Question(
                                        "",
                                        Set.of(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Question.Sort.NEWEST,
                                        101,
                                        null),
                                manager))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> program.search()
                        .find(
                                new Question(
                                        "",
                                        Set.of(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Question.Sort.NEWEST,
                                        5,
                                        "x"),
                                manager))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void narrowsByDay() {
        CaseFile caseFile = program.open("Tagesfall", false, manager);
        program.filed(caseFile, "Tagesbrief", "Ellbogenfraktur");
        await().until(() -> find("ellbogenfraktur", manager).total() == 1);
        LocalDate today = hits("ellbogenfraktur", manager).getFirst().date();

        assertThat(find(between("ellbogenfraktur", today, today), manager).total())
                .isEqualTo(1);
        assertThat(find(between("ellbogenfraktur", today.plusDays(1), null), manager)
                        .total())
                .isZero();
        assertThat(find(between("ellbogenfraktur", null, today.minusDays(1)), manager)
                        .total())
                .isZero();
    }

    /** Waits until the index has seen all that is in the journal now. */
    private static void upToDate() {
        Journal journal = program.bean(Journal.class);
        await().until(() -> {
            JournalPosition reached =
                    program.bean(Shelf.class).serving().reach().position();
            List<JournalEntry> missing = journal.after(reached, 1);
            return missing.isEmpty();
        });
    }

    @Test
    void narrowsDocumentsAndCasesByTheirTags() {
        Tag tag = tags().create("Dringend", Tag.Colour.RED, supervisor);
        Tag other = tags().create("Später", Tag.Colour.GREY, supervisor);
        CaseFile caseFile = program.open("Schlagwortfall", false, manager);
        Document one = program.filed(caseFile, "Brief", "Schlagwortfall eins");
        Document both = program.filed(caseFile, "Brief", "Schlagwortfall zwei");
        program.filed(caseFile, "Brief", "Schlagwortfall drei");
        tags().change(one.id(), List.of("Dringend"), List.of(), manager);
        tags().change(both.id(), List.of("Dringend", "Später"), List.of(), manager);
        tags().change(caseFile.id(), List.of("Dringend"), List.of(), manager);
        upToDate();

        Results all = find("schlagwortfall", manager);
        assertThat(all.total()).isEqualTo(4);
        assertThat(all.facets().get("tag"))
                .containsExactly(
                        new Results.Count(tag.id().toString(), 3),
                        new Results.Count(other.id().toString(), 1));
        assertThat(find(tagged("schlagwortfall", tag.id()), manager).hits())
                .extracting(Hit::id)
                .containsExactlyInAnyOrder(
                        one.id().value(), both.id().value(), caseFile.id().value());
        assertThat(find(tagged("", other.id()), manager).hits())
                .extracting(Hit::id)
                .containsExactly(both.id().value());
        String named = caseFile.reference().toString();
        assertThat(find(tagged(named, tag.id()), manager).hits().getFirst().id())
                .isEqualTo(caseFile.id().value());
        assertThat(find(tagged(named, other.id()), manager).hits())
                .extracting(Hit::id)
                .containsExactly(both.id().value());
        assertThat(find(tagged("", new TagId(UUID.randomUUID())), manager).total())
                .isZero();

        tags().change(one.id(), List.of(), List.of("Dringend"), manager);
        tags().change(caseFile.id(), List.of(), List.of("Dringend"), manager);
        upToDate();
        assertThat(find(tagged("", tag.id()), manager).hits())
                .extracting(Hit::id)
                .containsExactly(both.id().value());
    }

    @Test
    void forgetsATagAtOnceThatIsDoneAwayWith() {
        Tag tag = tags().create("Vergänglich", Tag.Colour.BLUE, supervisor);
        CaseFile caseFile = program.open("Vergehendes", false, manager);
        Document document = program.filed(caseFile, "Brief", "Vergehendes");
        tags().change(document.id(), List.of("Vergänglich"), List.of(), manager);
        upToDate();

        Tag renamed = tags().change(new Tag(tag.id(), "Bleibend", tag.colour(), tag.version()), supervisor);
        assertThat(find(tagged("", tag.id()), manager).total()).isEqualTo(1);
        assertThat(find("vergehendes", manager).facets().get("tag"))
                .containsExactly(new Results.Count(tag.id().toString(), 1));

        tags().remove(renamed.id(), supervisor);

        assertThat(find(tagged("", tag.id()), manager).total()).isZero();
        assertThat(find("vergehendes", manager).facets().get("tag")).isEmpty();
    }

    @Test
    void countsNoTagOfWhatMayNotBeSeen() {
        Tag tag = tags().create("Geheimsache", Tag.Colour.PURPLE, supervisor);
        CaseFile open = program.open("Zählfall offen", false, manager);
        CaseFile sealed = program.open("Zählfall versiegelt", true, manager);
        for (CaseFile each : List.of(open, sealed)) {
            Document document = program.filed(each, "Brief", "Zählfall");
            tags().change(document.id(), List.of("Geheimsache"), List.of(), manager);
            tags().change(each.id(), List.of("Geheimsache"), List.of(), manager);
        }
        upToDate();

        assertThat(find(tagged("", tag.id()), manager).total()).isEqualTo(4);
        Results seen = find(tagged("", tag.id()), supervisor);
        assertThat(seen.total()).isEqualTo(2);
        assertThat(seen.facets().get("tag"))
                .containsExactly(new Results.Count(tag.id().toString(), 2));
    }

    private static Tags tags() {
        return program.bean(Tags.class);
    }

    private static Question tagged(String text, TagId tag) {
        return new Question(text, Set.of(), null, null, null, null, null, null, tag, Question.Sort.RELEVANCE, 20, null);
    }

    private static Results find(String text, Viewer viewer) {
        return program.search().find(Question.of(text), viewer);
    }

    private static Results find(Question question, Viewer viewer) {
        return program.search().find(question, viewer);
    }

    private static List<Hit> hits(String text, Viewer viewer) {
        return find(text, viewer).hits();
    }

    private static Question narrowed(String text, Set<Hit.Kind> kinds, CaseFile caseFile) {
        return new Question(
                text,
                kinds,
                caseFile == null ? null : caseFile.reference(),
                null,
                null,
                null,
                null,
                null,
                null,
                Question.Sort.RELEVANCE,
                20,
                null);
    }

    private static Question between(String text, LocalDate from, LocalDate to) {
        return new Question(text, Set.of(), null, null, from, to, null, null, null, Question.Sort.RELEVANCE, 20, null);
    }
}
