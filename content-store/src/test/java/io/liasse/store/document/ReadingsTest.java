package io.liasse.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.item.Item;
import io.liasse.store.item.ItemQuery;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.JournalEntry;
import io.liasse.store.testing.Stores;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private final Stores stores = Stores.fresh();
    private final Documents documents = stores.documents();
    private final Viewer clerk = stores.user(Role.CLERK);

    @AfterEach
    void close() {
        stores.close();
    }

    private ReadResult mail() {
        List<NewPart> parts = List.of(
                new NewPart("a.pdf", stores.given().stored("a"), "application/pdf", null),
                new NewPart("b.png", stores.given().stored("b"), "image/png", null),
                new NewPart("a.pdf", stores.given().stored("a"), "application/pdf", null));
        List<Field> fields = List.of(
                new Field("date", "2026-03-01", 1, new Box(0.1, 0.2, 0.3, 0.05), 0.9, true),
                new Field("amount", "12.50\0", null, null, 0.8, null));
        List<Rendition> renditions = List.of(
                new Rendition(RenditionKind.PDF, 0, stores.given().stored("pdf"), "application/pdf"),
                new Rendition(RenditionKind.PAGE, 1, stores.given().stored("png"), "image/png"));
        return new ReadResult(
                "message/rfc822",
                "Subject",
                LocalDate.of(2026, 3, 1),
                "fr",
                0.93,
                "Kyocera TASKalfa 2554ci",
                1200,
                List.of(new PageText(1, "bonjour \0 le monde", "ocr", "garbled-layer", "fr", 0.93, 595, 842)),
                fields,
                renditions,
                parts,
                List.of(
                        new Signature(
                                "Anna \0Meier", Instant.parse("2026-03-01T10:15:30Z"), false, SignatureState.CHANGED),
                        new Signature("", null, true, SignatureState.BROKEN)));
    }

    @Test
    void keepsWhatReadingFound() {
        DocumentId id = stores.given().received("mail.eml");
        assertThat(documents.startReading(id)).isTrue();
        documents.recordRead(id, mail());
        Document read = documents.get(id, clerk);
        assertThat(read.state()).isEqualTo(DocumentState.READING);
        assertThat(read.title()).isEqualTo("Subject");
        assertThat(stores.sql()
                        .sql("select scanner from document where id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Kyocera TASKalfa 2554ci");
        assertThat(read.language()).isEqualTo("fr");
        assertThat(read.mediaType()).isEqualTo("message/rfc822");
        assertThat(read.pages()).isEqualTo(1);
        assertThat(read.confidence()).isEqualTo(0.93);
        assertThat(read.readingMillis()).isEqualTo(1200);
        assertThat(documents.pages(id)).extracting(PageText::text).containsExactly("bonjour \uFFFD le monde");
        assertThat(documents.pages(id)).extracting(PageText::because).containsExactly("garbled-layer");
        assertThat(documents.fields(id)).extracting(Field::value).containsExactly("2026-03-01", "12.50\uFFFD");
        assertThat(documents.fields(id).getFirst()).isEqualTo(mail().fields().getFirst());
        assertThat(documents.signatures(id))
                .containsExactly(
                        new Signature(
                                "Anna \uFFFDMeier",
                                Instant.parse("2026-03-01T10:15:30Z"),
                                false,
                                SignatureState.CHANGED),
                        mail().signatures().getLast());
        assertThat(documents.rendition(id, RenditionKind.PAGE, 1))
                .contains(mail().renditions().get(1));
        assertThat(documents.rendition(id, RenditionKind.ALTO, 0)).isEmpty();
    }

    @Test
    void makesADocumentOfEachPart() {
        DocumentId id = stores.given().received("mail.eml");
        documents.startReading(id);
        List<DocumentId> parts = documents.recordRead(id, mail());
        assertThat(documents.parts(id)).extracting(Document::id).containsExactlyElementsOf(parts);
        assertThat(documents.parts(id)).extracting(Document::name).containsExactly("a.pdf", "b.png", "a.pdf");
        assertThat(documents.parts(id)).allSatisfy(each -> {
            assertThat(each.item()).isEqualTo(documents.get(id, clerk).item());
            assertThat(each.channel()).isEqualTo(documents.get(id, clerk).channel());
            assertThat(each.state()).isEqualTo(DocumentState.RECEIVED);
            assertThat(documents.versions(each.id())).hasSize(1);
        });
        assertThat(stores.items().get(documents.get(id, clerk).item()).documents())
                .isEqualTo(4);
    }

    @Test
    void changesNothingWhenRepeated() {
        DocumentId id = stores.given().received("mail.eml");
        documents.startReading(id);
        List<DocumentId> parts = documents.recordRead(id, mail());
        Document before = documents.get(id, clerk);
        List<Action> entries = actions(id);
        assertThat(documents.recordRead(id, mail())).isEqualTo(parts);
        assertThat(documents.get(id, clerk)).isEqualTo(before);
        assertThat(actions(id)).isEqualTo(entries);
    }

    @Test
    void replacesWhatAnEarlierTryFoundButNoPart() {
        DocumentId id = stores.given().received("mail.eml");
        documents.startReading(id);
        List<DocumentId> parts = documents.recordRead(id, mail());
        documents.recordRead(id, stores.given().reading("one", "two"));
        assertThat(documents.pages(id)).extracting(PageText::text).containsExactly("one", "two");
        assertThat(documents.rendition(id, RenditionKind.PDF, 0)).isEmpty();
        assertThat(documents.fields(id)).isEmpty();
        assertThat(documents.parts(id)).extracting(Document::id).containsExactlyElementsOf(parts);
    }

    @Test
    void readsAgainAfterACrashButNotWhatIsPastReading() {
        DocumentId id = stores.given().received("a.txt");
        assertThat(documents.startReading(id)).isTrue();
        assertThat(documents.startReading(id)).isTrue();
        documents.refuse(id, DocumentState.FAILED, "damaged|cut off");
        assertThat(documents.startReading(id)).isFalse();
        assertThat(documents.recordRead(id, stores.given().reading("x"))).isEmpty();
        assertThat(documents.get(id, clerk).state()).isEqualTo(DocumentState.FAILED);
        assertThat(documents.get(id, clerk).reason()).isEqualTo("damaged|cut off");
        assertThat(documents.pages(id)).isEmpty();
    }

    @Test
    void keepsTheTitleThatTheSenderGave() {
        Wishes wishes = new Wishes(null, null, "Given", LocalDate.of(2020, 1, 1), "it");
        DocumentId id =
                documents.receive(stores.given().item("mail.eml", null), wishes).document();
        documents.startReading(id);
        documents.recordRead(id, mail());
        Document read = documents.get(id, clerk);
        assertThat(read.title()).isEqualTo("Given");
        assertThat(read.date()).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(read.language()).isEqualTo("it");
    }

    @Test
    void givesTheItemTheStateOfItsDocumentsTakenTogether() {
        DocumentId id = stores.given().received("mail.eml");
        assertThat(itemState(id)).isEqualTo(Item.State.RECEIVED);
        documents.startReading(id);
        List<DocumentId> parts = documents.recordRead(id, mail());
        documents.toInbox(id, List.of(), "no-evidence");
        assertThat(itemState(id)).isEqualTo(Item.State.RECEIVED);
        parts.forEach(each -> documents.toInbox(each, List.of(), null));
        assertThat(itemState(id)).isEqualTo(Item.State.WAITING);
        documents.retry(parts.getFirst(), clerk);
        documents.refuse(parts.getFirst(), DocumentState.FAILED, "empty");
        assertThat(itemState(id)).isEqualTo(Item.State.FAILED);
        var file = stores.given().openCase("Case", clerk);
        parts.forEach(each -> documents.file(each, stores.given().into(file), null, clerk));
        assertThat(itemState(id)).isEqualTo(Item.State.WAITING);
        documents.file(id, stores.given().into(file), null, clerk);
        assertThat(itemState(id)).isEqualTo(Item.State.DONE);
        assertThat(stores.ledger()
                        .page(ItemQuery.of(Item.State.DONE), clerk, PageRequest.first(5))
                        .items())
                .hasSize(1);
    }

    /** Both parts become final in transactions that overlap; whichever commits last must see the other. */
    @RepeatedTest(5)
    void seesEveryPartThatIsReadAtTheSameMoment() throws Exception {
        DocumentId id = stores.given().received("mail.eml");
        documents.startReading(id);
        List<DocumentId> all = new ArrayList<>(documents.recordRead(id, mail()));
        all.add(id);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            all.forEach(each -> done.add(threads.submit(() -> documents.toInbox(each, List.of(), null))));
            for (Future<?> each : done) {
                each.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(itemState(id)).isEqualTo(Item.State.WAITING);
    }

    private Item.State itemState(DocumentId id) {
        return stores.items().get(documents.find(id).orElseThrow().item()).state();
    }

    private List<Action> actions(DocumentId id) {
        return stores.journal().ofDocument(id, PageRequest.first(50)).items().stream()
                .map(JournalEntry::action)
                .toList();
    }
}
