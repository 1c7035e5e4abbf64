package io.liasse.caseapi.documents;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The type that is proposed, the document that came before, and those like it: by programs and on the screens. */
class AlikeJourneyTest extends RunningLiasse {
    private static final Duration READ = Duration.ofMinutes(2);
    private static final String HEAD = "Garage am See\nRechnung 118\nBetrag CHF 540.00 zahlbar innert 30 Tagen\n";

    private final Random random = new Random();

    @Test
    void proposesTheTypeAndShowsWhatLooksTheSame() {
        String words = words(80);
        String first = handIn(HEAD + words);
        String second = handIn(HEAD + words + " nochmals");

        JsonNode document = admin().get("/api/v1/documents/" + second).json();
        assertThat(document.get("type").isNull()).isTrue();
        assertThat(document.at("/proposedType/type").asString()).isEqualTo("invoice");
        assertThat(document.at("/proposedType/confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(document.at("/proposedType/evidence").findValuesAsString("word"))
                .contains("Rechnung");
        assertThat(document.at("/proposedType/evidence/0/page").asInt()).isEqualTo(1);
        assertThat(document.get("duplicates")).hasSize(1);
        assertThat(document.at("/duplicates/0/id").asString()).isEqualTo(first);
        assertThat(document.at("/duplicates/0/kind").asString()).isEqualTo("near");
        assertThat(document.at("/duplicates/0/similarity").asDouble()).isBetween(0.8, 1.0);

        try (Chromium chromium = Chromium.start();
                Window window = chromium.desk(address()).signIn(clerk(), "/inbox?document=" + second)) {
            Page page = window.page();
            assertThat(page.locator("#type")).hasValue("invoice");
            assertThat(page.locator("#type-because")).containsText("Rechnung");
            assertThat(page.locator("#twins a")).hasAttribute("href", "/documents/" + first);
            window.inspect("inbox-alike");

            window.open("/documents/" + second);
            assertThat(page.locator("#twins")).containsText("Looks the same as");
            page.evaluate("document.querySelector('#similar').scrollIntoView()");
            assertThat(page.locator("#similar li a").first()).hasAttribute("href", "/documents/" + first);
            window.inspect("viewer-alike");
            window.open("/documents/" + second + "/similar");
            assertThat(page.locator("#similar li a").first()).hasAttribute("href", "/documents/" + first);
            window.inspect("similar");
            try (Window phone = chromium.phone(address()).signIn(clerk(), "/inbox?document=" + second)) {
                phone.inspect("inbox-alike");
            }
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void showsOthersOnlyWhatTheyMaySee() {
        String words = words(80);
        String first = handIn(words);
        String second = handIn(words + " nochmals");
        String reference = admin().post(
                        "/api/v1/cases", "{\"type\":\"complaint\",\"title\":\"Hidden\",\"sealed\":true}")
                .text("reference");
        admin().post("/api/v1/documents/" + first + "/file", "{\"case\":\"" + reference + "\",\"type\":\"letter\"}");

        assertThat(admin().get("/api/v1/documents/" + second).json().get("duplicates"))
                .hasSize(1);
        await().atMost(READ)
                .untilAsserted(
                        () -> assertThat(similar(admin().get(similarTo(second)).json()))
                                .contains(first));
        assertThat(as(Role.CLERK).get("/api/v1/documents/" + second).json().get("duplicates"))
                .isEmpty();
        assertThat(similar(as(Role.CLERK).get(similarTo(second)).json())).doesNotContain(first);
        assertThat(as(Role.CLERK).get(similarTo(first)).status()).isEqualTo(404);
        assertThat(admin().get(similarTo(second) + "?limit=0").status()).isEqualTo(400);
    }

    private static String similarTo(String id) {
        return "/api/v1/documents/" + id + "/similar";
    }

    private static List<String> similar(JsonNode answer) {
        return answer.get("items").findValuesAsString("id");
    }

    private String handIn(String text) {
        Multipart file = Multipart.of(words(1) + ".txt", text.getBytes(StandardCharsets.UTF_8), "text/plain", Map.of());
        String id = admin().upload("/api/v1/documents", file).text("id");
        await().atMost(READ)
                .until(() ->
                        admin().get("/api/v1/documents/" + id).text("state").equals("INBOX"));
        return id;
    }

    private String words(int many) {
        return random.ints(many, 0, 1_000_000)
                .mapToObj(each -> "wort" + Integer.toString(each, 36).replaceAll("\\d", "q"))
                .collect(Collectors.joining(" "));
    }

    private String clerk() {
        return people().named("claire", Role.CLERK, Role.CASE_MANAGER, Role.SUPERVISOR)
                .username();
    }
}
