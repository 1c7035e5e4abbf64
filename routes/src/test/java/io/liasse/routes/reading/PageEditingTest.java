package io.liasse.routes.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.liasse.capture.PlacedWord;
import io.liasse.capture.PlacedWords;
import io.liasse.routes.PageEditing;
import io.liasse.routes.PageEditing.PageOrder;
import io.liasse.routes.testing.Program;
import io.liasse.routes.testing.Samples;
import io.liasse.routes.testing.Stack;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.document.Box;
import io.liasse.store.document.Corrections;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Field;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.PageEdits;
import io.liasse.store.document.PageHint;
import io.liasse.store.document.PageText;
import io.liasse.store.document.Rendition;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.document.SourcePage;
import io.liasse.store.document.Version;
import io.liasse.store.document.Versions;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.object.Sha256;
import io.liasse.store.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageEditingTest {
    private static final String WATER =
            "The water has run out of the pipe in the wall of the kitchen during the night.";
    private static final String THANKS =
            "Dear Sir or Madam, we thank you for your letter and answer all of your questions.";

    private Program program;
    private PageEditing editing;
    private PageEdits edits;
    private Versions versions;
    private Viewer chief;

    @BeforeAll
    void start(@TempDir Path folder) {
        program = Program.start(
                folder, TestDatabase.fresh(), "liasse.reading.enabled=true", "liasse.reading.poll-interval=1h");
        editing = program.get(PageEditing.class);
        edits = program.get(PageEdits.class);
        versions = program.get(Versions.class);
        chief = program.everybody();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void turnsPagesAndAllThatIsKnownOfThem() throws IOException {
        byte[] sent = letters();
        Document document = read("letters.pdf", sent);
        Field before = iban(document);
        Document turned = arrange(document, turn(Map.of(2, 90)));
        assertThat(turned.state()).isEqualTo(DocumentState.INBOX);
        assertThat(turned.reason()).isEqualTo(document.reason());
        assertThat(bytes(turned.sha256())).isEqualTo(sent);
        agrees(turned, "alpha", "beta", "gamma");
        PageText page = program.documents().pages(turned.id()).get(1);
        assertThat(page.width()).isCloseTo(842, within(1.0));
        assertThat(page.height()).isCloseTo(595, within(1.0));
        assertThat(iban(turned).page()).isEqualTo(2);
        near(iban(turned).box(), Objects.requireNonNull(before.box()).turned(90));
        try (PDDocument pdf = pdf(turned)) {
            assertThat(pdf.getPage(0).getRotation()).isZero();
            assertThat(pdf.getPage(1).getRotation()).isEqualTo(90);
        }
        assertThat(size(turned, 2)).satisfies(size -> assertThat(size[0]).isGreaterThan(size[1]));
        PlacedWord first = words(turned, 2).getFirst();
        assertThat(first.height()).as("words run downwards").isGreaterThan(first.width());

        Document back = arrange(turned, turn(Map.of(2, -90)));
        near(iban(back).box(), before.box());
        assertThat(words(back, 2)).hasSameSizeAs(words(document, 2));
        assertThat(edits.edited(back.id())).isFalse();
    }

    @Test
    void putsPagesIntoAnotherOrderAndTakesSomeOut() throws IOException {
        byte[] sent = letters();
        Document document = read("letters.pdf", sent);
        correct(document, 3, "gamma corrected by hand");
        Document moved = arrange(document, order(3, 1, 2));
        agrees(moved, "gamma", "alpha", "beta");
        assertThat(iban(moved).page()).isEqualTo(3);
        assertThat(program.get(Corrections.class).texts(moved.id()))
                .satisfies(texts -> assertThat(texts.getFirst()).isEqualTo("gamma corrected by hand"));
        Document shorter = arrange(moved, order(2, 3));
        agrees(shorter, "alpha", "beta");
        assertThat(shorter.pages()).isEqualTo(2);
        assertThat(everything(shorter)).doesNotContain("gamma");
        assertThat(program.get(Corrections.class).texts(shorter.id())).isNull();
        assertThat(bytes(shorter.sha256())).isEqualTo(sent);
        assertThat(program.documents().versions(shorter.id()))
                .extracting(Version::number, Version::reason, Version::by)
                .containsExactly(
                        tuple(1, "received", "intake"),
                        tuple(2, "edited", chief.name()),
                        tuple(3, "edited", chief.name()));
    }

    @Test
    void goesBackToAnyVersionAndLosesNothingThatPeopleSaid() throws IOException {
        Document document = read("letters.pdf", letters());
        Document moved = arrange(document, order(3, 2));
        correct(moved, 1, "gamma corrected later");
        program.documents()
                .file(
                        moved.id(),
                        new FilingOrder(
                                program.openCase("Fields").id(),
                                null,
                                null,
                                null,
                                Map.of("iban", "CH5604835012345678009")),
                        null,
                        chief);
        Document alone = arrange(program.document(moved.id()), order(2));
        assertThat(alone.state()).isEqualTo(DocumentState.FILED);
        agrees(alone, "beta");
        Document again = edits.restore(alone.id(), 1, alone.version(), chief);
        agrees(again, "alpha", "beta", "gamma");
        assertThat(again.state()).isEqualTo(DocumentState.FILED);
        assertThat(program.get(Corrections.class).texts(again.id())).element(2).isEqualTo("gamma corrected later");
        assertThat(iban(again)).satisfies(field -> {
            assertThat(field.value()).isEqualTo("CH5604835012345678009");
            assertThat(field.page()).isEqualTo(2);
        });
        assertThat(pages(pdfOf(again, 2))).hasSize(2);
        assertThat(pages(pdfOf(again, 3))).hasSize(1);
        assertThat(pages(pdfOf(again, 4))).hasSize(3);
        Document turned = edits.restore(again.id(), 2, null, chief);
        agrees(turned, "gamma", "beta");
        assertThat(program.get(Corrections.class).texts(turned.id())).first().isEqualTo("gamma corrected later");
        assertThatThrownBy(() -> edits.restore(again.id(), 9, null, chief)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> edits.restore(again.id(), 2, null, chief)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> edits.restore(again.id(), 1, again.version(), chief))
                .isInstanceOfSatisfying(
                        Conflict.class, stale -> assertThat(stale.stale()).isTrue());
    }

    @Test
    void readsAPageAgainThatCouldNotBeReadAsItStood() throws IOException {
        Document scan =
                read("scan.tif", Samples.scans(List.of("alpha", WATER, THANKS), List.of("beta", THANKS, WATER)));
        Document onItsHead = arrange(scan, turn(Map.of(1, 180)));
        String text = program.documents().pages(scan.id()).getFirst().text();
        assertThat(program.documents().pages(onItsHead.id()).getFirst().text())
                .as("what could be read is not read again")
                .isEqualTo(text);
        program.sql()
                .sql("update document_page set text = 'xq', confidence = 0.2 where document_id = :id and page = 1")
                .param("id", scan.id().value())
                .update();
        Document upright = arrange(onItsHead, new PageOrder(List.of(2, 1), Map.of(1, 180), List.of()));
        agrees(upright, "beta", "alpha");
        PageText again = program.documents().pages(upright.id()).getLast();
        assertThat(again.text()).contains("water", "kitchen").doesNotContain("xq");
        assertThat(again.confidence()).isGreaterThan(0.8);
        assertThat(words(upright, 2)).extracting(PlacedWord::text).contains("water");
        assertThat(size(upright, 2)).satisfies(size -> assertThat(size[0]).isGreaterThan(size[1]));
    }

    @Test
    void takesHintsAndOriginsAlong() throws IOException {
        Document document = read("letters.pdf", letters());
        program.documents().keepHints(document.id(), List.of(2), List.of(new PageHint(2, PageHint.Kind.BLURRED)));
        editing.arrange(document.id(), new PageOrder(null, Map.of(), List.of(2)), null, chief);
        awaitFinal(document.id());
        Document part = program.documents().parts(document.id()).getLast();
        Document moved = arrange(part, order(2, 1));
        assertThat(program.documents().sources(moved.id()))
                .containsExactly(new SourcePage(document.id(), 3), new SourcePage(document.id(), 2));
        assertThat(program.documents().hints(moved.id()))
                .extracting(PageHint::page, PageHint::kind)
                .hasToString("[(2, BLURRED)]");
        Document one = arrange(moved, order(1));
        assertThat(program.documents().hints(one.id())).isEmpty();
        correct(one, 1, "gamma of the part");
        program.documents().undoDivision(document.id(), chief);
        assertThat(program.get(Corrections.class).texts(document.id()))
                .element(2)
                .isEqualTo("gamma of the part");
    }

    @Test
    void dividesWhatWasEditedAsOneSeesIt() throws IOException {
        Document document = read("letters.pdf", letters());
        Document moved = arrange(document, order(3, 1, 2));
        editing.arrange(moved.id(), new PageOrder(List.of(2, 3, 1), Map.of(3, 180), List.of(2)), null, chief);
        awaitFinal(moved.id());
        assertThat(program.document(moved.id()).state()).isEqualTo(DocumentState.DIVIDED);
        List<Document> parts = program.documents().parts(moved.id());
        agrees(parts.getFirst(), "alpha");
        agrees(parts.getLast(), "beta", "gamma");
        assertThat(pages(bytes(parts.getLast().sha256()))).element(0).asString().contains("beta");
        try (PDDocument file = Loader.loadPDF(bytes(parts.getLast().sha256()))) {
            assertThat(file.getPage(0).getRotation()).isEqualTo(180);
        }
        assertThat(edits.madeOf(moved.id(), chief))
                .extracting(Document::id)
                .containsExactlyElementsOf(parts.stream().map(Document::id).toList());
        program.documents().undoDivision(moved.id(), chief);
        agrees(program.document(moved.id()), "gamma", "alpha", "beta");
    }

    @Test
    void putsDocumentsTogetherAndUndoesIt() throws IOException {
        Document first = read("first.pdf", new Stack().page("alpha", THANKS).pdf());
        Document second = read(
                "second.pdf",
                new Stack().page("beta", WATER).page("gamma", THANKS).pdf());
        editing.merge(first.id(), List.of(second.id()), first.version(), chief);
        awaitFinal(first.id());
        Document whole = edits.madeOf(second.id(), chief).getFirst();
        agrees(whole, "alpha", "beta", "gamma");
        assertThat(edits.madeOf(first.id(), chief)).extracting(Document::id).containsExactly(whole.id());
        assertThat(program.document(second.id()).state()).isEqualTo(DocumentState.DIVIDED);
        program.documents().undoDivision(second.id(), chief);
        assertThat(program.document(first.id()).state()).isEqualTo(DocumentState.INBOX);
        agrees(program.document(second.id()), "beta", "gamma");
    }

    @Test
    void refusesWhatMakesNoSense() throws IOException {
        Document document = read("letters.pdf", letters());
        invalid("order", document, order(0, 1));
        invalid("order", document, order(1, 4));
        invalid("order", document, order(1, 1));
        invalid("order", document, order());
        invalid("order", document, order(1, 2, 3));
        invalid("degrees", document, turn(Map.of(1, 45)));
        invalid("degrees", document, turn(Map.of(1, 720)));
        invalid("pages", document, turn(Map.of(7, 90)));
        invalid("at", document, new PageOrder(null, Map.of(), List.of(1)));
        invalid("at", document, new PageOrder(List.of(1, 2), Map.of(), List.of(3)));
        assertThatThrownBy(() -> editing.merge(document.id(), List.of(document.id()), null, chief))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> editing.merge(document.id(), List.of(), null, chief))
                .isInstanceOf(InvalidInput.class);
        DocumentId nothing = DocumentId.of("0198c0de-0000-7000-8000-000000000000");
        assertThatThrownBy(() -> editing.merge(document.id(), List.of(nothing), null, chief))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        problem -> assertThat(problem.field()).isEqualTo("with"));
        assertThatThrownBy(() -> editing.arrange(nothing, order(2, 1), null, chief))
                .isInstanceOf(NotFound.class);
        assertThat(program.document(document.id())).isEqualTo(document);
    }

    @Test
    void refusesWhatTheStateOrTheRightsDoNotAdmit() throws IOException {
        CaseFile file = program.openCase("Closed soon");
        Document document = read("letters.pdf", letters());
        Document filed = program.documents()
                .file(document.id(), new FilingOrder(file.id(), null, null, null, Map.of()), null, chief);
        Viewer outsider = program.user("outsider-of-pages", Role.CASE_MANAGER).viewer();
        Viewer reader = program.user("reader-of-pages", Role.RECORDS_OFFICER).viewer();
        assertThatThrownBy(() -> editing.arrange(filed.id(), order(2, 1), null, outsider))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> editing.arrange(filed.id(), order(2, 1), null, reader))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> editing.arrange(filed.id(), order(2, 1), filed.version() - 1, chief))
                .isInstanceOfSatisfying(
                        Conflict.class, stale -> assertThat(stale.stale()).isTrue());
        CaseFile now = program.get(CaseFiles.class).find(file.reference()).orElseThrow();
        program.get(CaseFiles.class)
                .change(file.id(), new CaseChange(null, null, CaseState.CLOSED, null, null), now.version(), chief);
        assertThatThrownBy(() -> editing.arrange(filed.id(), order(2, 1), null, chief))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("closed");
        program.documents()
                .find(filed.id())
                .ifPresent(same -> assertThat(same.state()).isEqualTo(DocumentState.FILED));
    }

    @Test
    void letsOneOfTwoEditAndRefusesTheOther() throws Exception {
        Document document = read("letters.pdf", letters());
        List<Future<Boolean>> tries = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (List<Integer> each : List.of(List.of(2, 1), List.of(3, 1))) {
                tries.add(both.submit(() -> {
                    try {
                        editing.arrange(
                                document.id(), new PageOrder(each, Map.of(), List.of()), document.version(), chief);
                        return true;
                    } catch (Conflict refused) {
                        return false;
                    }
                }));
            }
        }
        assertThat(List.of(tries.getFirst().get(), tries.getLast().get())).containsExactlyInAnyOrder(true, false);
        awaitFinal(document.id());
        assertThat(program.documents().versions(document.id())).hasSize(2);
    }

    @Test
    void readsAnEditedDocumentAgainOnlyAsItCame() throws IOException {
        Document document = read("letters.pdf", letters());
        Document moved = arrange(document, order(2, 1));
        assertThatThrownBy(() -> program.intake().retry(moved.id(), null, chief))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("first version");
        edits.restore(moved.id(), 1, null, chief);
        program.intake().retry(moved.id(), null, chief);
        awaitFinal(moved.id());
        agrees(arrange(program.document(moved.id()), order(3, 2, 1)), "gamma", "beta", "alpha");
    }

    private void invalid(String field, Document document, PageOrder order) {
        assertThatThrownBy(() -> editing.arrange(document.id(), order, null, chief))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        problem -> assertThat(problem.field()).isEqualTo(field));
    }

    private static PageOrder order(Integer... pages) {
        return new PageOrder(Arrays.asList(pages), Map.of(), List.of());
    }

    private static PageOrder turn(Map<Integer, Integer> degrees) {
        return new PageOrder(null, degrees, List.of());
    }

    private Document arrange(Document document, PageOrder order) {
        assertThat(editing.arrange(document.id(), order, document.version(), chief)
                        .state())
                .isEqualTo(DocumentState.RECEIVED);
        awaitFinal(document.id());
        return program.document(document.id());
    }

    private void correct(Document document, int page, String text) {
        Corrections corrections = program.get(Corrections.class);
        corrections.correct(
                document.id(),
                page,
                text,
                corrections.page(document.id(), page, chief).revision(),
                chief);
    }

    private static byte[] letters() throws IOException {
        return new Stack()
                .page("alpha", THANKS, WATER)
                .page("beta, about IBAN CH93 0076 2011 6238 5295 7.", WATER)
                .page("gamma", THANKS)
                .pdf();
    }

    private Field iban(Document document) {
        return program.documents().fields(document.id()).stream()
                .filter(each -> each.name().equals("iban"))
                .findFirst()
                .orElseThrow();
    }

    private static void near(Box box, Box expected) {
        assertThat(box.x()).isCloseTo(expected.x(), within(0.001));
        assertThat(box.y()).isCloseTo(expected.y(), within(0.001));
        assertThat(box.width()).isCloseTo(expected.width(), within(0.001));
        assertThat(box.height()).isCloseTo(expected.height(), within(0.001));
    }

    /** Database, text, PDF, ALTO and pictures say the same, page by page. */
    private void agrees(Document document, String... beginnings) throws IOException {
        int pages = beginnings.length;
        assertThat(program.documents().pages(document.id()))
                .extracting(PageText::page)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, pages).boxed().toList());
        String[] text =
                new String(bytes(rendition(document, RenditionKind.TEXT, 0)), StandardCharsets.UTF_8).split("\f");
        List<String> pdf = pages(bytes(rendition(document, RenditionKind.PDF, 0)));
        assertThat(text).hasSize(pages);
        assertThat(pdf).hasSize(pages);
        for (int page = 1; page <= pages; page++) {
            String expected = beginnings[page - 1];
            assertThat(program.documents().pages(document.id()).get(page - 1).text())
                    .contains(expected);
            assertThat(text[page - 1]).contains(expected);
            assertThat(pdf.get(page - 1)).contains(expected);
            assertThat(words(document, page)).extracting(PlacedWord::text).anyMatch(word -> word.contains(expected));
            assertThat(size(document, page)).isNotNull();
        }
        assertThat(program.documents().rendition(document.id(), RenditionKind.PAGE, pages + 1))
                .isEmpty();
        assertThat(rendition(document, RenditionKind.THUMBNAIL, 0)).isNotNull();
    }

    private String everything(Document document) throws IOException {
        StringBuilder all = new StringBuilder();
        pages(bytes(rendition(document, RenditionKind.PDF, 0))).forEach(all::append);
        all.append(new String(bytes(rendition(document, RenditionKind.TEXT, 0)), StandardCharsets.UTF_8));
        all.append(new String(bytes(rendition(document, RenditionKind.ALTO, 0)), StandardCharsets.UTF_8));
        all.append(new String(bytes(rendition(document, RenditionKind.PDF, 0)), StandardCharsets.ISO_8859_1));
        return all.toString();
    }

    private List<PlacedWord> words(Document document, int page) throws IOException {
        return PlacedWords.of(new ByteArrayInputStream(bytes(rendition(document, RenditionKind.ALTO, 0))), page);
    }

    private int[] size(Document document, int page) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(bytes(rendition(document, RenditionKind.PAGE, page))));
        return new int[] {picture.getWidth(), picture.getHeight()};
    }

    private PDDocument pdf(Document document) throws IOException {
        return Loader.loadPDF(bytes(rendition(document, RenditionKind.PDF, 0)));
    }

    private byte[] pdfOf(Document document, int version) {
        return bytes(versions.rendition(document.id(), version, RenditionKind.PDF, 0)
                .orElseThrow()
                .object()
                .hash());
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    private Sha256 rendition(Document document, RenditionKind kind, int page) {
        Rendition rendition =
                program.documents().rendition(document.id(), kind, page).orElseThrow();
        return rendition.object().hash();
    }

    private byte[] bytes(Sha256 hash) {
        try (InputStream in = program.get(ObjectStore.class).open(hash)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document read(String name, byte[] content) {
        DocumentId id = program.receive(Program.upload(name), content).document();
        awaitFinal(id);
        return program.document(id);
    }

    private void awaitFinal(DocumentId id) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> program.document(id).state().isFinal());
    }
}
