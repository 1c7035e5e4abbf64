package io.liasse.caseapi.documents;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program filed by itself: marked, listed with its reasons, taken back in one step. */
class FiledJourneyTest extends RunningLiasse {
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesBackWhatTheProgramFiled(boolean phone) {
        String number = "K" + Math.abs(UUID.randomUUID().hashCode()) + "77";
        String name = "Klara Niederberger-" + UUID.randomUUID().toString().substring(0, 4);
        String reference =
                admin().post("/api/v1/cases", """
                {"type": "complaint", "title": "Taken back", "parties":
                  [{"name": "%s", "identifiers": [{"scheme": "customer", "value": "%s"}]}]}
                """.formatted(name, number)).text("reference");
        String title = "taken-" + UUID.randomUUID() + ".txt";
        String document = posted(title, "Your reference " + reference + "\n" + name + ", customer " + number);
        assertThat(admin().get("/api/v1/filed-alone").text()).contains(document, "party-number", "reference-in-text");

        try (Window window = (phone ? chromium.phone(address()) : chromium.desk(address()))
                .signIn("admin", "/documents/" + document)) {
            Page page = window.page();
            assertThat(page.locator("#filed-alone")).containsText("reference " + reference);
            assertThat(page.locator("#filed-alone")).containsText(number);
            window.inspect("filed-viewer");
            window.open("/filed");
            Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(title));
            assertThat(row).containsText(reference);
            window.inspect("filed-list");
            row.locator("button").click();
            assertThat(page.locator("#flash")).containsText("is back in the inbox");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(title)))
                    .hasCount(0);
            window.open("/inbox?document=" + document);
            assertThat(page.locator(".note-text").first()).containsText("taken back out of a case");
            assertThat(page.locator("#filing")).containsText(reference);
            assertThat(window.complaints()).isEmpty();
        }
        assertThat(admin().post("/api/v1/documents/" + document + "/take-back", "{}")
                        .status())
                .isEqualTo(409);
    }

    private String posted(String name, String text) {
        String id = admin().upload(
                        "/api/v1/documents",
                        Multipart.of(name, text.getBytes(StandardCharsets.UTF_8), "text/plain", Map.of()))
                .text("id");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(admin().get("/api/v1/documents/" + id).text("state"))
                                .isEqualTo("FILED"));
        return id;
    }
}
