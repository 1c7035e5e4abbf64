package io.liasse.caseapi.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rules of filing: written, tried before they are saved, in force, explained, put back. */
class FilingRulesJourneyTest extends RunningLiasse {
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @AfterEach
    void leaveNoRules() {
        assertThat(admin().put("/api/v1/filing-rules", "{\"rules\": []}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void triesARuleSavesItAndSaysLaterWhy(boolean phone) {
        String word = "Zw" + UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "q");
        String reference = openCase("Ruled " + word);
        String earlier = posted("earlier-" + word + ".txt", "About " + word, "INBOX");
        int version = admin().get("/api/v1/filing-rules").json().get("version").asInt();

        try (Window window =
                (phone ? chromium.phone(address()) : chromium.desk(address())).signIn("admin", "/settings/filing")) {
            Page page = window.page();
            window.inspect("settings-filing-empty");
            press(page, "add");
            page.locator("#name-0").fill("Rule of " + word);
            press(page, "save");
            assertThat(page.locator("#problems")).containsText("at least one condition");
            assertThat(page.locator("#problems")).containsText("does nothing yet");
            window.inspect("settings-filing-problems");
            page.locator("#words-0").fill(word.toUpperCase(java.util.Locale.ROOT));
            page.locator("#into-0").fill(reference);
            page.locator("#file-0").selectOption("true");
            page.locator("#type-0").selectOption("contract");
            press(page, "add");
            page.locator("#name-1").fill("Never alone " + word);
            page.locator("#title-1").fill("never-" + word);
            page.locator("#ask-1").selectOption("true");
            press(page, "up:1");
            assertThat(page.locator("#name-0")).hasValue("Never alone " + word);
            press(page, "try");
            assertThat(page.locator("#trial-now-alone .tile-value")).hasText("1");
            Locator row = page.locator("#trial tr", new Page.LocatorOptions().setHasText("earlier-" + word));
            assertThat(row).containsText("filed into " + reference);
            assertThat(row).containsText("waits");
            window.inspect("settings-filing-trial");
            assertThat(admin().get("/api/v1/filing-rules").json().get("version").asInt())
                    .isEqualTo(version);
            assertThat(admin().get("/api/v1/documents/" + earlier).text("state"))
                    .isEqualTo("INBOX");
            press(page, "save");
            assertThat(page.locator("#flash")).containsText("Version " + (version + 1));

            String filed = posted("later-" + word + ".txt", "About " + word, "FILED");
            String held = posted("never-" + word + ".txt", "About " + word, "INBOX");
            assertThat(admin().get("/api/v1/documents/" + filed).text("type")).isEqualTo("contract");
            window.open("/documents/" + filed);
            page.locator("#why").click();
            assertThat(page.locator("#why-decision")).containsText("The program filed it by itself");
            assertThat(page.locator("#why-candidates")).containsText(reference);
            assertThat(page.locator("#why-candidates")).containsText("rule “Rule of " + word);
            assertThat(page.locator("#why-ground")).containsText(String.valueOf(version + 1));
            assertThat(page.locator("#why-ground")).containsText("Rule of " + word);
            assertThat(page.locator("#why-steps")).containsText("by the program");
            window.inspect("why-filed");
            assertThat(admin().post("/api/v1/documents/" + filed + "/take-back", "{}")
                            .status())
                    .isEqualTo(204);
            window.open("/documents/" + filed + "/filing");
            assertThat(page.locator("#why-decision")).containsText("A person took that back");
            window.open("/inbox?document=" + held);
            page.locator("#inbox-why").click();
            assertThat(page.locator("#why-decision")).containsText("Never alone " + word);
            window.inspect("why-waits");

            JsonNode why = admin().get("/api/v1/documents/" + filed + "/filing").json();
            assertThat(why.at("/decision/rules").asInt()).isEqualTo(version + 1);
            assertThat(why.at("/decision/takenBack").asBoolean()).isTrue();
            assertThat(why.at("/candidates/0/evidence/0/kind").asString()).isEqualTo("rule");

            window.open("/settings/filing?version=" + (version + 1));
            assertThat(page.locator("#name-1")).hasValue("Rule of " + word);
            window.inspect("settings-filing");
            assertThat(window.complaints()).allMatch(each -> each.contains("422"));
        }
    }

    @Test
    void tellsAnAdministratorWithoutCasesOnlyNumbersAndASupervisorAll() {
        String word = "Zx" + UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]", "q");
        String reference = openCase("Ruled " + word);
        posted("seen-" + word + ".txt", "About " + word, "INBOX");
        String rules = """
                {"rules": [{"name": "Of %s", "when": {"words": "%s"}, "then": {"case": "%s", "file": true}}]}
                """.formatted(word, word, reference);
        Answer numbers = as(Role.ADMINISTRATOR).post("/api/v1/filing-rules/trial?last=50", rules);
        assertThat(numbers.status()).as(numbers.text()).isEqualTo(200);
        assertThat(numbers.json().get("nowAlone").asInt()).isEqualTo(1);
        assertThat(numbers.json().get("unseen").asInt()).isEqualTo(1);
        assertThat(numbers.text()).doesNotContain("seen-" + word);
        Answer all = as(Role.SUPERVISOR).post("/api/v1/filing-rules/trial?last=50", rules);
        assertThat(all.text()).contains("seen-" + word, reference);
        assertThat(admin().post("/api/v1/filing-rules/trial?last=51", rules).status())
                .isEqualTo(400);
    }

    @Test
    void refusesWhatIsWrongWithAClearAnswer() {
        for (String wrong : new String[] {
            "{\"errorRate\": 1}",
            "{\"rules\": [null]}",
            "{\"rules\": [{}]}",
            "{\"rules\": [{\"name\": \"x\", \"when\": {\"title\": \"y\"}, \"then\": {\"case\": \"1999-000001-0\"}}]}",
            "{\"rules\": [{\"name\": \"x\", \"when\": {\"channel\": \"PIGEON\"}, \"then\": {\"ask\": true}}]}"
        }) {
            Answer answer = admin().put("/api/v1/filing-rules", wrong);
            assertThat(answer.status()).as(wrong + answer.text()).isBetween(400, 422);
            assertThat(answer.text()).contains("errors");
        }
        int version = admin().get("/api/v1/filing-rules").json().get("version").asInt();
        Answer saved = admin().put("/api/v1/filing-rules", "{\"errorRate\": 0.01}");
        assertThat(saved.json().get("version").asInt()).isEqualTo(version + 1);
        assertThat(saved.json().get("errorRateInForce").asDouble()).isEqualTo(0.01);
        assertThat(admin().get("/api/v1/filing-rules/versions").text()).contains("\"version\":" + (version + 1));
    }

    private static void press(Page page, String action) {
        page.locator("button[name=do][value='" + action + "']").first().click();
        page.waitForLoadState();
    }

    private String openCase(String title) {
        return admin().post("/api/v1/cases", "{\"type\": \"complaint\", \"title\": \"" + title + "\"}")
                .text("reference");
    }

    private String posted(String name, String text, String state) {
        String id = admin().upload(
                        "/api/v1/documents",
                        Multipart.of(name, text.getBytes(StandardCharsets.UTF_8), "text/plain", Map.of()))
                .text("id");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(admin().get("/api/v1/documents/" + id).text("state"))
                                .isEqualTo(state));
        return id;
    }
}
