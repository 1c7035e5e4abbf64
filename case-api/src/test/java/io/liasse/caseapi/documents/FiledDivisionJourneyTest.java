package io.liasse.caseapi.documents;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents filed in a case divided in the organiser and put together from the list of the case; and back. */
class FiledDivisionJourneyTest extends RunningLiasse {
    private static final LocatorAssertions.ContainsTextOptions DONE =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

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
    void dividesInTheOrganiserAndTakesItBack() throws IOException {
        String reference = openCase("Divided on the screen");
        String id = filed(reference, "Rapport et facture.pdf", "report", "more of the report", "invoice");
        try (Window window = chromium.desk(address()).signIn("admin", "/documents/" + id)) {
            Page page = window.page();
            page.locator("#arrange").click();
            page.locator("#leaf-3").click();
            window.keyboard().press("c");
            assertThat(page.locator("#organiser-state")).containsText("documents 2");
            page.locator("#organiser-save").click();
            assertThat(page.locator(".viewer-side")).containsText("Its pages are in other documents", DONE);
            assertThat(page.locator(".viewer-side")).containsText("Rapport et facture (1–2).pdf");
            window.inspect("filed-divided");
            page.getByText("Rapport et facture (3).pdf").click();
            assertThat(page.locator(".viewer-side")).containsText(reference);
            assertThat(page.locator(".viewer-side")).containsText("p. 3 of Rapport et facture.pdf");
            page.locator("#why").click();
            assertThat(page.locator("main")).containsText("It lies where the document lies");
            window.inspect("filed-divided-why");
            window.open("/cases/" + reference + "/documents");
            assertThat(page.locator("tbody tr")).hasCount(2);
            window.open("/cases/" + reference + "/timeline");
            assertThat(page.locator("main")).containsText("Document divided");
            window.inspect("filed-divided-timeline");
            try (Window phone = chromium.phone(address()).signIn("admin", "/documents/" + id)) {
                phone.inspect("filed-divided");
                phone.open("/cases/" + reference + "/documents");
                phone.inspect("filed-divided-list");
                assertThat(phone.complaints()).isEmpty();
            }
            window.open("/documents/" + id);
            page.locator("#undivide").click();
            assertThat(page.locator("#flash")).containsText("is one document again");
            assertThat(page.locator("#page-count")).hasText("3");
            assertThat(window.complaints()).isEmpty();
        }
        assertThat(documents(reference)).containsExactly(id);
    }

    @Test
    void putsTickedDocumentsTogetherInTheOrderChosen() throws IOException {
        String reference = openCase("Put together on the screen");
        String letter = filed(reference, "Lettre.pdf", "letter");
        String annex = filed(reference, "Annexe du médecin, complète et traduite.pdf", "annex one", "annex two");
        String list = "/cases/" + reference + "/documents";
        try (Window window = chromium.desk(address()).signIn("admin", list)) {
            Page page = window.page();
            page.getByLabel("Tick Lettre.pdf").check();
            page.locator("#bulk-what").selectOption("MERGE");
            page.locator("#bulk-do").click();
            assertThat(page.locator("#flash")).containsText("two or more");
            page.locator("#bulk-all").check();
            page.locator("#bulk-what").selectOption("MERGE");
            page.locator("#bulk-do").click();
            assertThat(page.locator("h1")).hasText("Put documents together");
            assertThat(page.locator(".merge-list li")).hasCount(2);
            page.locator("li:has-text('Lettre') input[name=place]").fill("1");
            page.locator("li:has-text('Annexe') input[name=place]").fill("2");
            window.inspect("merge");
            String chosen = page.url().substring(address().length());
            try (Window phone = chromium.phone(address()).signIn("admin", list)) {
                phone.open(chosen);
                phone.inspect("merge");
                assertThat(phone.complaints()).isEmpty();
            }
            page.locator("#merge-do").click();
            assertThat(page.locator("#flash")).containsText("is being put together");
            settled(letter);
            assertThat(documents(reference)).hasSize(1).doesNotContain(letter, annex);
            String whole = documents(reference).getFirst();
            assertThat(admin().get("/api/v1/documents/" + whole + "/text")
                            .text()
                            .split("\f"))
                    .extracting(String::strip)
                    .containsExactly("letter", "annex one", "annex two");
            page.locator(".flash-undo button").click();
            assertThat(page.locator("#flash")).containsText("is one document again");
            assertThat(documents(reference)).containsExactlyInAnyOrder(letter, annex);

            window.open("/documents/" + letter + "/pages");
            page.locator("#merge-with").selectOption(annex);
            window.inspect("filed-organiser");
            page.locator("#merge").click();
            assertThat(page.locator(".viewer-side")).containsText("Its pages are in other documents", DONE);
            admin().delete("/api/v1/documents/" + documents(reference).getFirst());
            page.locator("#undivide").click();
            assertThat(page.locator("#flash")).containsText("cannot be taken back now");
            assertThat(page).hasURL(address() + "/trash");
            assertThat(window.complaints()).isEmpty();
        }
    }

    private String openCase(String title) {
        return admin().post(
                        "/api/v1/cases",
                        "{\"type\": \"case-management\", \"title\": \"%s\", \"manager\": \"me\"}".formatted(title))
                .text("reference");
    }

    private String filed(String reference, String name, String... pages) throws IOException {
        String id = admin().upload(
                        "/api/v1/documents",
                        Multipart.of(name, Letters.pdf(pages), "application/pdf", Map.of("case", reference)))
                .text("id");
        settled(id);
        return id;
    }

    private void settled(String id) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !List.of("RECEIVED", "READING")
                        .contains(admin().get("/api/v1/documents/" + id).text("state")));
    }

    private List<String> documents(String reference) {
        return admin().get("/api/v1/cases/" + reference + "/documents")
                .json()
                .get("items")
                .valueStream()
                .map(each -> each.get("id").asString())
                .toList();
    }
}
