package io.liasse.search.lucene;

import static io.liasse.search.lucene.Texts.ask;
import static io.liasse.search.lucene.Texts.dated;
import static io.liasse.search.lucene.Texts.document;
import static io.liasse.search.lucene.Texts.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.search.query.Wanted;
import io.liasse.store.InvalidInput;
import io.liasse.store.journal.JournalPosition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneIndexTest {
    @TempDir
    Path folder;

    private LuceneIndex index;

    @BeforeEach
    void create() {
        index = LuceneIndex.create(folder, 16);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Les élèves ont reçu l'arrêté | eleve",
                "fr | Les élèves ont reçu l'arrêté | ÉLÈVES",
                "fr | Les élèves ont reçu l'arrêté | arrêtés",
                "fr | Les élèves ont reçu l’arrêté | arrete",
                "fr | La sœur du requérant | soeur",
                "de | Die Straße wurde gesperrt | strasse",
                "de | Die Strasse wurde gesperrt | Straße",
                "de | Frau Müller wohnt hier | mueller",
                "de | Frau Mueller wohnt hier | Müller",
                "de | Die Entscheidungen der Kasse | Entscheidung",
                "de | Die Häuser am See | haeuser",
                "it | Le prestazioni dell'assicurazione | prestazione",
                "it | Le prestazioni dell'assicurazione | assicurazioni",
                "it | La città è grande | citta",
                "en | The decisions were appealed | decision",
                "en | The client's file | clients",
                " | Frau Müller, IV-Stelle Zürich | mueller",
                " | Frau Mueller, IV-Stelle Zürich | müller",
                " | Betrag 1234.50 am 03.04.2026 | 03.04.2026",
                " | AHV 756.1234.5678.97 | 756.1234.5678.97",
                " | anna.meier@example.ch | anna.meier@example.ch",
                " | ＦＵＬＬ width ﬁnal | full final",
                " | Ver\u00ADfü\u00ADgung | verfügung",
            })
    void findsFoldedWordsAndTheirForms(String language, String text, String typed) {
        put(document(language, text), document("en", "something else entirely"));

        assertThat(index.find(ask(typed)).total()).isEqualTo(1);
    }

    @Test
    void keepsWordsOfUnknownLanguageAsTheyAre() {
        put(document(null, "Entscheidungen"));

        assertThat(index.find(ask("Entscheidung")).total()).isZero();
        assertThat(index.find(ask("entscheid*")).total()).isEqualTo(1);
    }

    @Test
    void wantsAllWordsWhereverInTheDocumentTheyStand() {
        put(document("de", "Anna Meier", "Invalidenrente"), document("de", "Anna Meier", "Unfall"));

        assertThat(index.find(ask("meier invalidenrente")).total()).isEqualTo(1);
        assertThat(index.find(ask("meier -invalidenrente")).total()).isEqualTo(1);
        assertThat(index.find(ask("-meier")).total()).isZero();
    }

    @Test
    void findsPhrasesInOrderOnly() {
        put(document("de", "die erste grosse Rate"), document("de", "die Rate, grosse und erste"));

        assertThat(index.find(ask("\"erste grosse Rate\"")).total()).isEqualTo(1);
        assertThat(index.find(ask("\"grosse rate\"")).total()).isEqualTo(1);
        assertThat(index.find(ask("\"rate erste\"")).total()).isZero();
    }

    @Test
    void findsBeginningsOfWords() {
        put(document("de", "Verfügung"), document("de", "Verfahren"), document("de", "Gefahren"));

        assertThat(index.find(ask("verf*")).total()).isEqualTo(2);
        assertThat(index.find(ask("verfü*")).total()).isEqualTo(1);
        assertThat(index.find(ask("VERFUE*")).total()).isEqualTo(1);
    }

    @Test
    void countsDocumentsOnceAndShowsTheirBestPage() {
        put(document("de", "Deckblatt mit Rente", "Nichts", "Rente Rente Rente, die Rente", "Nichts"));

        Found found = index.find(ask("rente"));

        assertThat(found.total()).isEqualTo(1);
        assertThat(found.matches()).singleElement().satisfies(match -> {
            assertThat(match.page()).isEqualTo(3);
            assertThat(match.body()).startsWith("Rente Rente");
        });
        assertThat(found.facets().get("type")).isEqualTo(Map.of("letter", 1L));
    }

    @Test
    void showsTheRightPageOfEachOfManyDocuments() {
        Random random = new Random(7);
        List<Entry.OfDocument> documents = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String[] texts = new String[1 + random.nextInt(5)];
            java.util.Arrays.fill(texts, "leer");
            int page = random.nextInt(texts.length);
            texts[page] = "Fundstelle";
            documents.add(document("de", texts));
            pages.add(page + 1);
        }
        put(documents.subList(0, 30).toArray(Entry[]::new));
        put(documents.subList(30, 60).toArray(Entry[]::new));

        Found found = index.find(ask("fundstelle", Ask.Order.RELEVANCE, 60, null));

        assertThat(found.matches()).hasSize(60).allSatisfy(match -> {
            int place = documents.stream().map(Entry::key).toList().indexOf(match.key());
            assertThat(match.page()).isEqualTo(pages.get(place));
        });
    }

    @Test
    void ranksTitlesBeforeTexts() {
        Entry title = titled("Rente", "de", "Beilage zum Schreiben von gestern");
        put(titled("Brief", "de", "Rente Rente Rente"), title, titled("Brief", "de", "eine Rente"));

        assertThat(index.find(ask("rente")).matches().getFirst().key()).isEqualTo(title.key());
    }

    @Test
    void marksWhatWasFoundAndEscapesAllElse() {
        put(document("de", "vor <script>alert(\"x\")</script> & den 'Renten' <mark>hier</mark>"));

        assertThat(snippet("rente"))
                .isEqualTo(
                        "vor &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; den &#39;<mark>Renten</mark>&#39;"
                                + " &lt;mark&gt;hier&lt;/mark&gt;");
    }

    @Test
    void marksMarkupThatIsSearchedFor() {
        put(document("de", "<script>alert(1)</script>"));

        assertThat(snippet("<script>")).contains("&lt;<mark>script</mark>&gt;").doesNotContain("<script>");
    }

    @Test
    void marksPhrasesPrefixesAndOtherSpellings() {
        put(document("de", "Frau Müller bezieht die erste Rate der Verfügung. Eine Rate."));

        assertThat(snippet("mueller \"erste rate\" verf*"))
                .isEqualTo("Frau <mark>Müller</mark> bezieht die <mark>erste</mark> <mark>Rate</mark> der"
                        + " <mark>Verfügung</mark>. Eine Rate.");
    }

    @Test
    void boundsSnippetsHoweverThePageIs() {
        put(
                document("de", "x".repeat(5_000) + " rente " + "rente".repeat(9_000)),
                document("de", "wort ".repeat(9_000)));

        assertThat(index.find(ask("")).matches())
                .allSatisfy(match -> assertThat(index.snippet(Wanted.read("rente wort"), match))
                        .hasSizeLessThan(4_000));
    }

    @Test
    void cutsAVeryLongPageAndFindsItsEnd() {
        put(document("de", "wort ".repeat(50_000) + "Schlusswort"));

        Found found = index.find(ask("schlusswort wort"));

        assertThat(found.total()).isEqualTo(1);
        assertThat(index.snippet(
                        Wanted.read("schlusswort"),
                        index.find(ask("schlusswort")).matches().getFirst()))
                .contains("<mark>Schlusswort</mark>");
    }

    @Test
    void pagesThroughAllHitsInEveryOrder() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 57; i++) {
            entries.add(dated("Brief", "de", Texts.DAY.plusDays(i % 5), "wort ".repeat(1 + i % 7)));
        }
        put(entries.toArray(Entry[]::new));

        for (Ask.Order order : Ask.Order.values()) {
            List<Key> seen = new ArrayList<>();
            String cursor = null;
            do {
                Found found = index.find(ask("wort", order, 10, cursor));
                assertThat(found.total()).isEqualTo(57);
                found.matches().forEach(match -> seen.add(match.key()));
                cursor = found.next();
            } while (cursor != null);
            assertThat(seen).doesNotHaveDuplicates().hasSize(57);
        }
    }

    @Test
    void sortsByDayAndPutsThoseWithoutLast() {
        Entry old = dated("Brief", "de", Texts.DAY.minusYears(1), "x");
        Entry young = dated("Brief", "de", Texts.DAY, "x");
        Entry person = new Entry.OfPerson(UUID.randomUUID(), "Brief", "", Set.of(UUID.randomUUID()));
        put(young, person, old);

        assertThat(keys(ask("brief", Ask.Order.NEWEST, 9, null))).containsExactly(young.key(), old.key(), person.key());
        assertThat(keys(ask("brief", Ask.Order.OLDEST, 9, null))).containsExactly(old.key(), young.key(), person.key());
        assertThat(keys(ask(""))).containsExactly(young.key(), old.key(), person.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%%%", "AQAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesCursorsThatAreNotItsOwn(String cursor) {
        put(document("de", "wort"));

        assertThatThrownBy(() -> index.find(ask("wort", Ask.Order.RELEVANCE, 5, cursor)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void changesThePhaseOfACaseAndItsDocumentsOnly() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        put(caseFile(one), filed(one), filed(one), caseFile(other), filed(other));
        put(new Entry.OfPerson(UUID.randomUUID(), "Meier", "", Set.of(one)));

        index.phase(one, "planning");
        put(new Entry.OfCase(
                one, "2026-000417-1", "planning", "Fall", "", "complaint", Texts.DAY, Instant.EPOCH, Set.of()));

        assertThat(index.find(ask("")).facets().get("phase")).isEqualTo(Map.of("planning", 3L, "intake", 2L));
        Ask.Narrowing planning = new Ask.Narrowing(Set.of(), null, null, null, null, "planning", null, null);
        assertThat(index.find(Texts.narrowed("", planning)).total()).isEqualTo(3);
    }

    @Test
    void narrowsByKindCaseTypeDayAndLanguage() {
        UUID one = UUID.randomUUID();
        put(caseFile(one), filed(one), dated("Brief", "fr", Texts.DAY.plusDays(3), "mot"));

        assertThat(index.find(Texts.narrowed(
                                "", new Ask.Narrowing(Set.of(Kind.CASE), null, null, null, null, null, null, null)))
                        .total())
                .isEqualTo(1);
        assertThat(total(new Ask.Narrowing(Set.of(), one, null, null, null, null, null, null)))
                .isEqualTo(2);
        assertThat(total(new Ask.Narrowing(Set.of(), null, "complaint", null, null, null, null, null)))
                .isEqualTo(1);
        assertThat(total(new Ask.Narrowing(Set.of(), null, null, Texts.DAY.plusDays(1), null, null, null, null)))
                .isEqualTo(1);
        assertThat(total(new Ask.Narrowing(Set.of(), null, null, null, Texts.DAY, null, null, null)))
                .isEqualTo(2);
        assertThat(total(new Ask.Narrowing(Set.of(), null, null, null, null, null, "fr", null)))
                .isEqualTo(1);
    }

    @Test
    void findsDocumentsByTheReferenceOfTheirCase() {
        UUID one = UUID.randomUUID();
        put(filed(one), document("de", "Ihr Zeichen: 2026-000417-1"), document("de", "2026 000417 7"));

        assertThat(index.find(ask("2026-000417-1")).total()).isEqualTo(2);
    }

    @Test
    void completesTitlesAndReferences() {
        UUID one = UUID.randomUUID();
        put(caseFile(one), titled("Fallbericht Meier", "de", "x"), titled("Rechnung", "de", "fallen"));
        put(new Entry.OfPerson(UUID.randomUUID(), "Fallet Anne", "", Set.of(one)));

        assertThat(index.complete("fal", ask("")))
                .extracting(match -> match.key().kind())
                .containsExactly(Kind.CASE, Kind.PERSON, Kind.DOCUMENT);
        assertThat(index.complete("meier fallb", ask(""))).hasSize(1);
        assertThat(index.complete("2026-0004", ask(""))).hasSize(1);
        assertThat(index.complete("!!", ask(""))).isEmpty();
    }

    @Test
    void replacesAndRemovesWholeDocuments() {
        Entry.OfDocument before = document("de", "eins", "zwei");
        put(before, document("de", "zwei"));
        Entry after = new Entry.OfDocument(
                before.id(),
                null,
                null,
                null,
                "Neu",
                "",
                null,
                null,
                null,
                Texts.DAY,
                Instant.EPOCH,
                Set.of(),
                List.of());
        put(after);

        assertThat(index.find(ask("zwei")).total()).isEqualTo(1);
        assertThat(index.entries()).isEqualTo(2);
        index.remove(before.key());
        index.reached(Reach.NOTHING);
        assertThat(index.entries()).isEqualTo(1);
    }

    @Test
    void opensWhatWasCommittedWithItsReach() {
        put(document("de", "eins"));
        Reach reach = new Reach(new JournalPosition(42, 7), Instant.parse("2026-03-14T10:15:30Z"));
        index.reached(reach);
        index.commit();
        put(document("de", "zwei"));
        index.close();

        index = LuceneIndex.open(folder, 16);

        assertThat(index.reach()).isEqualTo(reach);
        assertThat(index.find(ask("eins")).total()).isEqualTo(1);
        assertThat(index.find(ask("zwei")).total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "-",
                "*",
                "\"\"\"",
                "a* b* c* d* e* f* g*",
                "((((",
                "title:x AND OR NOT",
                "\u0000\uFFFF\uD800",
                "../../etc",
                "%s{}",
                "\\",
                "~~~0.5^9",
                "[a TO b}",
                "- - - -",
                "😀*",
                "ﷺ",
                "ae oe ue",
                "-a* -\"b c\""
            })
    void answersWhateverIsTyped(String typed) {
        put(document("de", "wort"));

        assertThat(index.find(ask(typed)).total()).isNotNegative();
        assertThat(index.complete(typed, ask(typed))).isNotNull();
        assertThat(snippetOf(typed)).isNotNull();
    }

    @Test
    void answersThirtyTwoPhrasesOfHundredThousandSigns() {
        put(document("de", "wort"));

        assertThat(index.find(ask("a.b.c.d.e.f.g.ü.ae*ß ".repeat(5_000))).total())
                .isZero();
        assertThat(index.find(ask("wort".repeat(25_000))).total()).isZero();
    }

    private String snippet(String typed) {
        return index.snippet(
                Wanted.read(typed), index.find(ask(typed)).matches().getFirst());
    }

    private String snippetOf(String typed) {
        return index.snippet(
                Wanted.read(typed), index.find(ask("wort")).matches().getFirst());
    }

    private List<Key> keys(Ask ask) {
        return index.find(ask).matches().stream().map(Found.Match::key).toList();
    }

    private long total(Ask.Narrowing narrowing) {
        return index.find(Texts.narrowed("", narrowing)).total();
    }

    private static Entry caseFile(UUID id) {
        return new Entry.OfCase(
                id, "2026-000417-1", "intake", "Fall Meier", "", "complaint", Texts.DAY, Instant.EPOCH, Set.of());
    }

    private static Entry filed(UUID caseId) {
        return new Entry.OfDocument(
                UUID.randomUUID(),
                caseId,
                "2026-000417-1",
                "intake",
                "Brief",
                "",
                null,
                "letter",
                "de",
                Texts.DAY,
                Instant.EPOCH,
                Set.of(),
                List.of());
    }

    private void put(Entry... entries) {
        List<Entry> shuffled = new ArrayList<>(List.of(entries));
        Collections.shuffle(shuffled, new Random(1));
        shuffled.forEach(index::put);
        index.reached(Reach.NOTHING);
    }
}
