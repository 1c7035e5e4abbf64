package io.liasse.caseapi.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types of documents: added, offered, renamed, offered no more; on the screen and by REST. */
class TypesJourneyTest extends RunningLiasse {
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private static String word() {
        return "plan" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void addsATypeThatIsOfferedAtOnceUntilItIsTakenOff(boolean phone) {
        String key = word();
        try (Window window =
                (phone ? chromium.phone(address()) : chromium.desk(address())).signIn("admin", "/settings/types")) {
            Page page = window.page();
            page.locator("#new-en").fill(key.toUpperCase(java.util.Locale.ROOT));
            page.locator("#new-fr").fill("Plan " + key);
            page.locator(".type-new button").click();
            assertThat(page.locator("#flash")).containsText("added");
            assertThat(page.locator("#" + key + "-fr")).hasValue("Plan " + key);
            window.inspect("settings-types");

            window.open("/upload");
            Locator offered = page.locator("option[value='" + key + "']");
            assertThat(offered.first()).hasText(key.toUpperCase(java.util.Locale.ROOT));

            window.open("/settings/types");
            Locator line = page.locator("#type-" + key);
            line.locator("[name=offered]").uncheck();
            line.locator("button").click();
            assertThat(page.locator("#flash")).containsText("changed");
            window.open("/upload");
            assertThat(offered).hasCount(0);

            window.open("/settings/types");
            page.locator("#new-en").fill(key);
            page.locator(".type-new button").click();
            assertThat(page.locator("#flash")).containsText("already");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void managesTypesByRest() {
        String key = word();
        Answer made = admin().post("/api/v1/document-types", "{\"names\": {\"de\": \"" + key + "\"}}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("key").asString()).isEqualTo(key);
        assertThat(admin().get("/api/v1/document-types").text()).contains("\"" + key + "\"");
        assertThat(admin().post("/api/v1/document-types", "{\"names\": {\"de\": \"" + key + "\"}}")
                        .status())
                .isEqualTo(409);
        Answer changed = admin().patch(
                        "/api/v1/document-types/" + key,
                        "{\"names\": {\"en\": \"Plan\", \"de\": null}, \"offered\": false}");
        assertThat(changed.json().at("/names").propertyNames()).containsExactly("en");
        assertThat(changed.json().get("offered").asBoolean()).isFalse();
        for (String wrong :
                new String[] {"{}", "{\"names\": {\"en\": \"\"}}", "{\"names\": {\"xx\": \"Plan\"}}", "[]"}) {
            assertThat(admin().post("/api/v1/document-types", wrong).status()).isIn(400, 422);
        }
        assertThat(admin().get("/api/v1/document-types/letter").status()).isEqualTo(404);
    }
}
