package io.liasse.routes.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BarcodeFormat;
import io.liasse.routes.testing.Program;
import io.liasse.routes.testing.Samples;
import io.liasse.routes.testing.Stack;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.Boundary;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Field;
import io.liasse.store.document.PageText;
import io.liasse.store.document.Rendition;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.document.SourcePage;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StackTest {
    private static final String[] LETTER = {
        "Dear Sir or Madam, we thank you for your letter and answer it in the order of your questions.",
        "The water has run out of the pipe in the wall of the kitchen during the whole night."
    };

    private Program program;

    @BeforeAll
    void start(@TempDir Path folder) {
        program = Program.start(
                folder,
                TestDatabase.fresh(),
                "liasse.reading.enabled=true",
                "liasse.reading.poll-interval=1h",
                "liasse.batch.separators=PATCHT,CUSTOM BARCODE");
    }

    @AfterAll
    void stop() {
        program.close();
    }

    /** Pages of the documents made, as the sheets of the samples say; none: the file stays as it is. */
    @ParameterizedTest
    @Tag("samples")
    @CsvSource({
        "barcode-128-custom.pdf, ''",
        "barcode-39-asn-invalid.pdf, ''",
        "barcode-fax-image.pdf, 1 3",
        "patch-code-t-middle-alpha.tiff, 1 3",
        "patch-code-t-middle-reverse.pdf, 1 3",
        "patch-code-t-middle-unreadable.pdf, ''",
        "patch-code-t-middle.pdf, 1 3",
        "patch-code-t-qr.pdf, ''",
        "patch-code-t.pdf, ''",
        "several-patcht-codes.pdf, 1-2 4-5 7",
        "split-by-tag-basic.pdf, 1 2-3 4-6",
    })
    void dividesAsTheSheetsSay(String name, String expected) throws IOException {
        Document read = read(name, Samples.shared("capture/barcodes/" + name));
        assertThat(pagesOfParts(read)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
        assertThat(read.state()).isEqualTo(expected.isEmpty() ? DocumentState.INBOX : DocumentState.DIVIDED);
        program.documents().parts(read.id()).forEach(this::isWhole);
    }

    @Test
    @Tag("samples")
    void saysWhereNothingIsLeftBetweenTheSheets() throws IOException {
        assertThat(read("sheet.pdf", Samples.shared("capture/barcodes/patch-code-t-qr.pdf"))
                        .reason())
                .isEqualTo("only-sheets");
    }

    @Test
    @Tag("samples")
    void dividesByArchiveNumbersAndGivesEachOnlyOnce() throws IOException {
        Document stack = read("asn.pdf", Samples.shared("capture/barcodes/split-by-asn-1.pdf"));
        List<Document> parts = program.documents().parts(stack.id());
        assertThat(pagesOfParts(stack)).containsExactly("1", "3", "4", "7", "9");
        assertThat(parts)
                .extracting(part -> values(part, "archive-number"))
                .containsExactly(List.of("123"), List.of("124"), List.of("125"), List.of("126"), List.of("127"));
        assertThat(values(stack, "archive-number")).isEmpty();
        assertThat(program.documents().holderOf(125)).contains(parts.get(2).id());

        Document again = read("asn-again.pdf", Samples.shared("capture/barcodes/barcode-39-asn-123.pdf"));
        assertThat(again.state()).isEqualTo(DocumentState.INBOX);
        assertThat(again.reason()).isEqualTo("archive-number-taken|123");
        assertThat(program.documents().fields(again.id()))
                .filteredOn(field -> field.name().equals("archive-number"))
                .extracting(Field::valid)
                .containsExactly(false);
        assertThat(program.documents().holderOf(123)).contains(parts.getFirst().id());
    }

    @Test
    @Tag("samples")
    void keepsTagsOfEachDocument() throws IOException {
        Document stack = read("tags.pdf", Samples.shared("capture/barcodes/split-by-tag-basic.pdf"));
        assertThat(program.documents().parts(stack.id()))
                .extracting(part -> values(part, "tag"))
                .containsExactly(List.of(), List.of("invoice"), List.of("receipt"));
    }

    @Test
    void filesWhatLiesUnderACoverSheetAndNothingElse() throws IOException {
        CaseFile water = program.openCase("Water damage");
        CaseFile fire = program.openCase("Fire damage");
        Document stack = read(
                "stack.pdf",
                new Stack()
                        .page("First letter without a case. " + LETTER[0], LETTER[1])
                        .page(BarcodeFormat.QR_CODE, cover(water) + ":INVOICE", "Cover sheet")
                        .blank()
                        .page("Second letter, about IBAN CH93 0076 2011 6238 5295 7.", LETTER[0], LETTER[1])
                        .page("Its second page quotes the other case " + fire.reference(), LETTER[0])
                        .patchSheet()
                        .page("Third letter without a case. " + LETTER[0], LETTER[1])
                        .pdf());
        List<Document> parts = program.documents().parts(stack.id());
        assertThat(pagesOfParts(stack)).containsExactly("1", "4-5", "7");
        assertThat(parts)
                .extracting(Document::state)
                .containsExactly(DocumentState.INBOX, DocumentState.FILED, DocumentState.INBOX);
        assertThat(parts.get(1).caseReference()).isEqualTo(water.reference());
        assertThat(parts.get(1).type()).isEqualTo("invoice");
        assertThat(program.candidates(parts.get(1).id())
                        .getFirst()
                        .evidence()
                        .getFirst()
                        .kind())
                .isEqualTo("cover-sheet");
        assertThat(parts.get(2).reason()).isIn("no-evidence", "not-sure");
        assertThat(values(parts.getFirst(), "iban")).isEmpty();
        assertThat(values(parts.get(1), "iban")).hasSize(1);
        assertThat(values(parts.get(2), "iban")).isEmpty();
        parts.forEach(this::isWhole);
        assertThat(text(parts.get(0))).contains("First letter").doesNotContain("Second letter", "Third letter");
        assertThat(text(parts.get(1))).contains("Second letter").doesNotContain("First letter", "Cover sheet", "Third");
        assertThat(text(parts.get(2))).contains("Third letter").doesNotContain("First letter", "Second letter");
    }

    @Test
    void leavesTheOriginalAsItIs() throws IOException {
        byte[] sent = new Stack().page(LETTER).patchSheet().page(LETTER).pdf();
        Document stack = read("stack.pdf", sent);
        assertThat(stack.state()).isEqualTo(DocumentState.DIVIDED);
        assertThat(bytes(stack.sha256())).isEqualTo(sent);
        assertThat(program.documents()
                        .sources(program.documents().parts(stack.id()).get(1).id()))
                .containsExactly(new SourcePage(stack.id(), 3));
    }

    @Test
    void takesForeignCodesForData() throws IOException {
        CaseFile water = program.openCase("Water damage");
        String wrong = cover(water).substring(0, cover(water).length() - 1)
                + (cover(water).endsWith("1") ? "2" : "1");
        Document stack = read(
                "letters.pdf",
                new Stack()
                        .page(LETTER)
                        .page(BarcodeFormat.CODE_128, "00340434161094015902", LETTER)
                        .page(BarcodeFormat.QR_CODE, "https://example.com/ASN123", LETTER)
                        .page(BarcodeFormat.QR_CODE, wrong, LETTER)
                        .page(BarcodeFormat.CODE_128, "ASNXYZ", LETTER)
                        .pdf());
        assertThat(stack.state()).isEqualTo(DocumentState.INBOX);
        assertThat(program.documents().parts(stack.id())).isEmpty();
        assertThat(values(stack, "barcode")).hasSize(4);
    }

    @Test
    void asksAClerkWhereTheCaseOfACoverSheetIsClosedOrUnknown() throws IOException {
        CaseFile closed = program.closedCase("Closed");
        Document stack = read(
                "stack.pdf",
                new Stack()
                        .page(BarcodeFormat.CODE_128, cover(closed))
                        .page(LETTER)
                        .page(
                                BarcodeFormat.CODE_128,
                                "LIASSE:CASE:" + new io.liasse.store.casefile.CaseReference(1999, 123456))
                        .page(LETTER)
                        .pdf());
        assertThat(program.documents().parts(stack.id()))
                .extracting(Document::reason)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("case-closed|"),
                        second -> assertThat(second).startsWith("unknown-reference|"));
    }

    @Test
    void isOneDocumentAgainWhenAPersonSaysSo() throws IOException {
        Document stack = read(
                "stack.pdf", new Stack().page(LETTER).patchSheet().page(LETTER).pdf());
        List<Document> parts = program.documents().parts(stack.id());
        program.documents().undoDivision(stack.id(), program.everybody());
        Document again = program.document(stack.id());
        assertThat(again.state()).isEqualTo(DocumentState.INBOX);
        assertThat(again.pages()).isEqualTo(3);
        assertThat(parts)
                .allSatisfy(
                        part -> assertThat(program.documents().find(part.id())).isEmpty());
    }

    @Test
    void proposesBoundariesAndDividesThereWhenAPersonSaysSo() throws IOException {
        CaseFile water = program.openCase("Water damage");
        Document stack = read(
                "letters.pdf",
                new Stack()
                        .page(
                                "Dear Mrs Miller",
                                "about your case " + water.reference() + ". " + LETTER[0],
                                "Page 1 of 2")
                        .page(LETTER[0], LETTER[1], "Kind regards", "Page 2 of 2")
                        .page("Dear Mr Smith", LETTER[0], "Page 1 of 1")
                        .pdf());
        assertThat(program.documents().boundaries(stack.id()))
                .extracting(Boundary::page)
                .containsExactly(3);
        assertThat(program.documents().boundaries(stack.id()).getFirst().reasons())
                .contains("numbering-restarts", "numbering-complete", "salutation", "closing-before");
        Document filed = stack;
        assertThat(filed.state()).isEqualTo(DocumentState.FILED);

        Document other = read(
                "scan.pdf",
                new Stack()
                        .page("Dear Mrs Miller", LETTER[0])
                        .page("Dear Mr Smith", LETTER[1])
                        .pdf());
        program.intake().divide(other.id(), List.of(2), null, program.everybody());
        awaitFinal(other.id());
        assertThat(program.document(other.id()).state()).isEqualTo(DocumentState.DIVIDED);
        assertThat(pagesOfParts(other)).containsExactly("1", "2");
        program.documents().parts(other.id()).forEach(this::isWhole);
        assertThat(text(program.documents().parts(other.id()).getLast())).doesNotContain("Miller");
    }

    @Test
    void asksAClerkBeforeItFilesAScanThatLooksLikeSeveralDocuments() throws IOException {
        CaseFile water = program.openCase("Water damage");
        Document scan = read(
                "scan.tif",
                Samples.scans(
                        List.of("Our sign " + water.reference(), "Kind regards", "Page 2 of 2"),
                        List.of("Dear Mr Smith", "the water is in the house", "Page 1 of 1")));
        assertThat(scan.state()).isEqualTo(DocumentState.INBOX);
        assertThat(scan.reason()).isEqualTo("several-documents");
        assertThat(program.candidates(scan.id())).hasSize(1);
    }

    @Test
    void putsFrontsAndBacksTogether() throws IOException {
        Document fronts = read(
                "fronts.pdf",
                new Stack().page("one " + LETTER[0]).page("three " + LETTER[0]).pdf());
        Document backs = read(
                "backs.pdf",
                new Stack().page("four " + LETTER[1]).page("two " + LETTER[1]).pdf());
        program.intake().collate(fronts.id(), backs.id(), program.everybody());
        awaitFinal(fronts.id());
        Document whole = program.documents().parts(fronts.id()).getFirst();
        assertThat(program.documents().pages(whole.id()))
                .extracting(page -> page.text().split(" ")[0])
                .containsExactly("one", "two", "three", "four");
        assertThat(program.document(backs.id()).state()).isEqualTo(DocumentState.DIVIDED);
        isWhole(whole);
        program.documents().undoDivision(backs.id(), program.everybody());
        assertThat(program.document(fronts.id()).state()).isEqualTo(DocumentState.INBOX);
        assertThat(program.document(backs.id()).state()).isEqualTo(DocumentState.INBOX);
    }

    @Test
    void saysWhyFrontsAndBacksDoNotFit() throws IOException {
        Document fronts =
                read("fronts.pdf", new Stack().page(LETTER).page(LETTER).pdf());
        Document backs = read("backs.pdf", new Stack().page(LETTER).pdf());
        assertThatThrownBy(() -> program.intake().collate(fronts.id(), backs.id(), program.everybody()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1 pages, and there are 2 fronts");
        assertThat(program.document(fronts.id()).state()).isEqualTo(DocumentState.INBOX);
        assertThat(program.document(backs.id()).state()).isEqualTo(DocumentState.INBOX);
    }

    @Test
    void hidesAStackFromWhoMayNotSeeAllThatBecameOfIt() throws IOException {
        CaseFile open = program.openCase("Open");
        CaseFile sealed = program.sealedCase("Sealed");
        Viewer clerk = program.user("clerk-of-stacks", Role.CLERK).viewer();
        Document stack = read(
                "stack.pdf",
                new Stack()
                        .page(BarcodeFormat.QR_CODE, cover(sealed))
                        .page("Hidden. " + LETTER[0])
                        .patchSheet()
                        .page("Not hidden. " + LETTER[0])
                        .pdf());
        AccessPolicy policy = program.get(AccessPolicy.class);
        List<Document> parts = program.documents().parts(stack.id());
        assertThat(parts.getFirst().caseReference()).isEqualTo(sealed.reference());
        assertThat(policy.maySee(clerk, parts.getFirst().id())).isFalse();
        assertThat(policy.maySee(clerk, parts.getLast().id())).isTrue();
        assertThat(policy.maySee(clerk, stack.id())).isFalse();
        assertThat(policy.maySee(program.everybody(), stack.id())).isTrue();

        Document harmless = read(
                "stack.pdf",
                new Stack().page(LETTER[0]).patchSheet().page(LETTER[1]).pdf());
        assertThat(policy.maySee(clerk, harmless.id())).isTrue();
        Document filed = read(
                "stack.pdf",
                new Stack()
                        .page(BarcodeFormat.QR_CODE, cover(open))
                        .page(LETTER[1])
                        .pdf());
        assertThat(policy.maySee(clerk, filed.id())).isFalse();
    }

    private static String cover(CaseFile file) {
        return "LIASSE:CASE:" + file.reference();
    }

    /** It has its own pages, pictures, text and files, as many as it should. */
    private void isWhole(Document part) {
        int pages = part.pages();
        assertThat(program.documents().pages(part.id()))
                .extracting(PageText::page)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, pages).boxed().toList());
        assertThat(pagesIn(bytes(part.sha256()))).isEqualTo(pages);
        assertThat(pagesIn(bytes(rendition(part, RenditionKind.PDF, 0).object().hash())))
                .isEqualTo(pages);
        assertThat(rendition(part, RenditionKind.THUMBNAIL, 0)).isNotNull();
        IntStream.rangeClosed(1, pages)
                .forEach(page ->
                        assertThat(rendition(part, RenditionKind.PAGE, page)).isNotNull());
        String alto =
                new String(bytes(rendition(part, RenditionKind.ALTO, 0).object().hash()), StandardCharsets.UTF_8);
        assertThat(alto.split("<Page ", -1)).hasSize(pages + 1);
        assertThat(program.documents().fields(part.id()))
                .allSatisfy(field -> assertThat(field.page())
                        .satisfiesAnyOf(
                                page -> assertThat(page).isNull(),
                                page -> assertThat(page).isBetween(1, pages)));
    }

    private static int pagesIn(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** All text of its files and of the database. */
    private String text(Document part) {
        StringBuilder all = new StringBuilder();
        try {
            for (byte[] pdf : List.of(
                    bytes(part.sha256()),
                    bytes(rendition(part, RenditionKind.PDF, 0).object().hash()))) {
                try (PDDocument document = Loader.loadPDF(pdf)) {
                    all.append(new PDFTextStripper().getText(document));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        for (RenditionKind kind : List.of(RenditionKind.TEXT)) {
            all.append(new String(bytes(rendition(part, kind, 0).object().hash()), StandardCharsets.UTF_8));
        }
        program.documents().pages(part.id()).forEach(page -> all.append(page.text()));
        return all.toString();
    }

    private Rendition rendition(Document part, RenditionKind kind, int page) {
        return program.documents().rendition(part.id(), kind, page).orElseThrow();
    }

    private byte[] bytes(io.liasse.store.object.Sha256 hash) {
        try (InputStream in = program.get(ObjectStore.class).open(hash)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> values(Document document, String field) {
        return program.documents().fields(document.id()).stream()
                .filter(each -> each.name().equals(field))
                .map(Field::value)
                .toList();
    }

    private List<String> pagesOfParts(Document stack) {
        return program.documents().parts(stack.id()).stream()
                .map(part -> program.documents().sources(part.id()).stream()
                        .map(SourcePage::page)
                        .toList())
                .map(pages -> pages.size() == 1 ? "" + pages.getFirst() : pages.getFirst() + "-" + pages.getLast())
                .toList();
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
