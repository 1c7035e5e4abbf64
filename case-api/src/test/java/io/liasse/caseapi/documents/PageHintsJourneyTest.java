package io.liasse.caseapi.documents;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.ScannedPage;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever scans is told of bad pages while the paper is in hand, and puts fronts and backs together. */
class PageHintsJourneyTest extends RunningLiasse {
    /** The most that reading may take on a busy machine, in milliseconds. */
    private static final double READ = 120_000;

    private static final double SOON = 10_000;

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
    void tellsOfABlurredPageBeforeAnythingIsRead() throws IOException {
        String name = word();
        try (Window window = chromium.desk(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            BufferedImage[] many = IntStream.rangeClosed(1, 8)
                    .mapToObj(n -> letter("Ordner", n, 8))
                    .toArray(BufferedImage[]::new);
            page.setInputFiles("#files", pdf(name + "-viel.pdf", many));
            Locator before = page.locator(".upload", named(name + "-viel"));
            assertThat(before).hasAttribute("data-state", "READING", within(SOON));

            page.setInputFiles(
                    "#files", pdf(name + ".pdf", letter("Brief", 1, 2), blurred(letter("Brief", 2, 2)), paper()));
            Locator row = page.locator(".upload", named(name + ".pdf"));
            assertThat(row.locator("[data-kind=BLURRED]")).containsText("Page 2", text(SOON));
            assertThat(row).hasAttribute("data-state", java.util.regex.Pattern.compile("RECEIVED|READING"));
            assertThat(row.locator("[data-kind=BLURRED]")).hasAttribute("data-poor", "");
            assertThat(row.locator("[data-kind=BLANK]")).containsText("Page 3", text(SOON));
            window.inspect("upload-hints");

            row.locator("[data-kind=BLURRED] button").click();
            assertThat(row.locator("[data-kind=BLURRED]")).hasAttribute("data-dismissed", "");
            row.locator("[data-kind=BLURRED] button").click();
            assertThat(row.locator("[data-kind=BLURRED][data-dismissed]")).hasCount(0);

            assertThat(row).hasAttribute("data-state", "INBOX", within(READ));
            String id = row.getAttribute("data-document");
            window.open("/inbox?document=" + id);
            Locator hint = page.locator("#page-hints [data-kind=BLURRED]");
            assertThat(hint).containsText("Page 2");
            window.inspect("inbox-hints");
            hint.locator("button").click();
            assertThat(page.locator("#page-hints [data-kind=BLURRED]")).hasCount(0);
            page.locator(".flash-undo button").click();
            assertThat(page.locator("#page-hints [data-kind=BLURRED]")).hasCount(1);

            window.open("/documents/" + id);
            assertThat(page.locator("#page-hints [data-kind=BLANK]")).containsText("Page 3");
            assertThat(page.locator(".history")).containsText("Page accepted as it is");
            assertThat(page.locator("#viewer .page[aria-label='Page 1']")).hasCount(1);
            window.inspect("viewer-hints");
            assertThat(admin().get("/api/v1/documents/" + id).text())
                    .contains("\"kind\":\"BLURRED\"", "\"scanAgain\":true", "\"kind\":\"BLANK\"");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window phone = chromium.phone(address()).signIn(clerk(), "/upload")) {
            phone.page().setInputFiles("#files", pdf(name + "-phone.pdf", blurred(letter("Brief", 1, 1))));
            assertThat(phone.page().locator("[data-kind=BLURRED]")).isVisible(visible());
            phone.inspect("upload-hints");
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void putsFrontsAndBacksTogetherAndSaysWhenTheirNumbersDiffer() throws IOException {
        String name = word();
        try (Window window = chromium.desk(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            page.locator("#sides summary").click();
            page.setInputFiles("#fronts", pdf(name + ".pdf", letter("Vertrag", 1, 4), letter("Vertrag", 3, 4)));
            page.setInputFiles("#backs", pdf(name + "-b.pdf", letter("Vertrag", 4, 4), letter("Vertrag", 2, 4)));
            window.inspect("upload-sides");
            page.locator("#sides-send").click();
            assertThat(page.locator(".upload", named(name + ".pdf")))
                    .hasAttribute("data-state", "DIVIDED", within(READ));
            assertThat(page.locator(".upload", named(name + "-b.pdf")))
                    .hasAttribute("data-state", "DIVIDED", within(READ));

            page.setInputFiles("#fronts", pdf(name + "-f2.pdf", letter("Anhang", 1, 3), letter("Anhang", 3, 3)));
            page.setInputFiles("#backs", pdf(name + "-b2.pdf", letter("Anhang", 2, 3)));
            page.locator("#sides-send").click();
            assertThat(page.locator(".upload", named(name + "-b2.pdf")))
                    .containsText("do not have the same number of pages", text(READ));
            window.inspect("upload-sides-differ");

            window.inInbox(name + ".pdf").click();
            assertThat(page.locator(".sheet img")).hasCount(4);
            assertThat(page.locator("#page-hints")).hasCount(0);
        }
    }

    @Test
    void offersToPutOddAndEvenPagesTogether() throws IOException {
        String name = word();
        try (Window window = chromium.desk(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            page.setInputFiles("#files", pdf(name + "-a.pdf", letter("Bericht", 1, 4), letter("Bericht", 3, 4)));
            assertThat(page.locator("[data-kind=ONLY_FRONTS]"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(READ));
            page.setInputFiles("#files", pdf(name + "-b.pdf", letter("Bericht", 4, 4), letter("Bericht", 2, 4)));
            page.locator(".upload-offer button").click(new Locator.ClickOptions().setTimeout(READ));
            assertThat(page.locator(".upload[data-state=DIVIDED]"))
                    .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(READ));
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static Page.LocatorOptions named(String name) {
        return new Page.LocatorOptions().setHasText(name);
    }

    private static LocatorAssertions.HasAttributeOptions within(double millis) {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(millis);
    }

    private static LocatorAssertions.ContainsTextOptions text(double millis) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
    }

    private static LocatorAssertions.IsVisibleOptions visible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(READ);
    }

    private String clerk() {
        return people().named("claire", Role.CLERK, Role.CASE_MANAGER, Role.SUPERVISOR)
                .username();
    }

    private static BufferedImage letter(String title, int number, int of) {
        String[] lines = new String[20];
        Arrays.fill(lines, "die Verwaltung dankt Ihnen für Ihren Brief vom letzten Monat");
        lines[0] = title;
        lines[19] = "Seite " + number + " von " + of;
        return picture(new ScannedPage(lines));
    }

    private static BufferedImage paper() {
        return picture(new ScannedPage());
    }

    private static BufferedImage picture(ScannedPage page) {
        try {
            return ImageIO.read(new ByteArrayInputStream(page.png()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static BufferedImage blurred(BufferedImage page) {
        float[] weights = new float[13];
        Arrays.fill(weights, 1f / weights.length);
        BufferedImage soft = page;
        for (int time = 0; time < 3; time++) {
            soft = new ConvolveOp(new Kernel(13, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(soft, null);
            soft = new ConvolveOp(new Kernel(1, 13, weights), ConvolveOp.EDGE_NO_OP, null).filter(soft, null);
        }
        return soft;
    }

    private static FilePayload pdf(String name, BufferedImage... pages) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (BufferedImage each : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(document, each, 0.9f),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            document.save(out);
            return new FilePayload(name, "application/pdf", out.toByteArray());
        }
    }

    private static String word() {
        return "scan" + UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 6);
    }
}
