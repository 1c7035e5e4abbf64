package io.liasse.caseapi.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clerks do with stacks: with sheets between the documents, and without. */
class StackJourneyTest extends RunningLiasse {
    /** The most that reading may take on a busy machine, in milliseconds. */
    private static final double READ = 120_000;

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void dividesWhereProposedByOneKeyAndUndoesIt() throws IOException {
        String name = word();
        byte[] letters = pdf(
                List.of("Sehr geehrte Frau Meier", "wir danken für Ihren Brief.", "Seite 1 von 2"),
                List.of("Wir bitten um Antwort.", "Freundliche Grüsse", "Seite 2 von 2"),
                List.of("Madame, Monsieur,", "nous vous remercions de votre lettre.", "Page 1 sur 1"),
                List.of("Rechnung", "Guten Tag Herr Keller", "Bern, 3. März 2026"));
        try (Window window = chromium.desk(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            page.setInputFiles("#files", new FilePayload(name + ".pdf", "application/pdf", letters));
            becomes(page, "INBOX");
            page.locator(".upload-open").first().click();
            assertThat(page.locator(".division-row")).hasCount(2);
            assertThat(page.locator(".division")).containsText("page numbers begin again");
            window.inspect("division");
            String address = page.url();

            window.keyboard().press("d");
            assertThat(page.locator("#flash")).containsText(name);
            appears(window, name + " (1–2).pdf");
            appears(window, name + " (4).pdf");
            window.inInbox(name + " (3)").click();
            assertThat(page.locator(".inbox-form .note-blue")).containsText("p. 3 of");
            window.inspect("division-part");
            page.locator(".inbox-form .note-blue a").click();
            assertThat(page.locator(".viewer-side")).containsText("Its pages are in other documents");
            assertThat(page.locator(".textLayer").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(READ));
            window.inspect("divided");
            page.locator("#undivide").click();
            assertThat(page.locator("#flash")).containsText("one document again");
            assertThat(page.locator(".division-row")).hasCount(2);

            page.locator(".division-rows button").first().click();
            assertThat(page.locator(".division-row")).hasCount(1);
            assertThat(window.complaints()).isEmpty();
            try (Window phone = chromium.phone(address()).signIn(clerk(), address.replace(address(), ""))) {
                assertThat(phone.page().locator(".division-row")).hasCount(1);
                phone.inspect("division");
            }
        }
    }

    @Test
    void filesWhatLiesUnderTheCoverSheetThatTheCasePrints() throws IOException {
        String reference = admin().post(
                        "/api/v1/cases", "{\"type\":\"case-management\",\"title\":\"Stapel %s\"}".formatted(word()))
                .text("reference");
        String name = word();
        byte[] cover = admin().get("/api/v1/cases/" + reference + "/cover-sheet?type=invoice&title=true")
                .bytes();
        byte[] separator = admin().get("/api/v1/separator-sheet").bytes();
        byte[] stack = merged(
                cover,
                pdf(List.of("Rechnung für den Monat März", "mit freundlichen Grüssen von der Verwaltung")),
                separator,
                pdf(List.of("Ein Brief, der zu keinem Fall gehört", "und auch nicht abgelegt werden soll")));
        try (Window window = chromium.desk(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            page.setInputFiles("#files", new FilePayload(name + ".pdf", "application/pdf", stack));
            becomes(page, "DIVIDED");
            Locator row = window.inInbox(name);
            assertThat(row).hasCount(1);
            assertThat(row).containsText(name + " (4).pdf");
            assertThat(admin().get("/api/v1/cases/" + reference + "/documents").text())
                    .contains(name + " (2).pdf", "invoice")
                    .doesNotContain("(4)");
            assertThat(window.complaints()).isEmpty();
        }
    }

    private String clerk() {
        return people().named("claire", Role.CLERK, Role.CASE_MANAGER, Role.SUPERVISOR)
                .username();
    }

    private static void appears(Window window, String title) {
        window.page()
                .waitForCondition(
                        () -> window.inInbox(title).count() == 1, new Page.WaitForConditionOptions().setTimeout(READ));
    }

    @SafeVarargs
    private static byte[] pdf(List<String>... pages) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (List<String> lines : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                    pen.beginText();
                    pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    pen.setLeading(20);
                    pen.newLineAtOffset(80, 720);
                    for (String line : lines) {
                        pen.showText(line);
                        pen.newLine();
                    }
                    pen.endText();
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] merged(byte[]... files) throws IOException {
        PDFMergerUtility merger = new PDFMergerUtility();
        List<PDDocument> open = new ArrayList<>();
        try (PDDocument whole = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (byte[] file : files) {
                open.add(Loader.loadPDF(file));
                merger.appendDocument(whole, open.getLast());
            }
            whole.save(bytes);
            return bytes.toByteArray();
        } finally {
            for (PDDocument each : open) {
                each.close();
            }
        }
    }

    private static void becomes(Page page, String state) {
        assertThat(page.locator(".upload").first())
                .hasAttribute("data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(READ));
    }

    private static String word() {
        return "stapel" + UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 6);
    }
}
