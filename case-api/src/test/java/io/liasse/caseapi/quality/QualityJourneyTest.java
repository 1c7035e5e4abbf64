package io.liasse.caseapi.quality;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.ScannedPage;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sample of what the program filed, checked by keyboard, and the panel that counts the answers. */
class QualityJourneyTest extends RunningLiasse {
    private static final Duration READ = Duration.ofMinutes(2);

    /** So many documents of a scanner say something. */
    private static final int ENOUGH = 20;

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
    void checksASampleAndCountsIt(boolean phone) {
        String reference = caseOpened();
        for (int each = 0; each < 3; each++) {
            posted("sampled-" + UUID.randomUUID() + ".txt", reference);
        }
        assertThat(admin().post("/api/v1/quality/samples", "{\"size\": 500}").status())
                .isEqualTo(200);
        people().named("checker", Role.SUPERVISOR);
        try (Window window =
                (phone ? chromium.phone(address()) : chromium.desk(address())).signIn("checker", "/quality/check")) {
            Page page = window.page();
            window.inspect("quality-check");
            int done = done(page);
            press(window, phone, "1", "#right");
            isDone(page, done + 1);
            assertThat(page.locator("#last-answer")).containsText("right");

            String title = page.locator("#document-title").textContent();
            press(window, phone, "2", "#wrong-case");
            assertThat(page.locator("#wrong-case")).isChecked();
            press(window, phone, "Enter", "#wrong");
            isDone(page, done + 2);
            Locator last = page.locator("#last-answer");
            assertThat(last).containsText(title);
            assertThat(last).containsText("Wrong case");
            assertThat(page.locator("#correct")).isVisible();
            window.inspect("quality-check-wrong");

            press(window, phone, "z", "#undo");
            isDone(page, done + 1);
            assertThat(page.locator("#document-title")).hasText(title);
            page.locator("#wrong").click();
            assertThat(page.locator("#flash")).containsText("Tick what is wrong");
            press(window, phone, "5", "#unsure");
            isDone(page, done + 2);
            assertThat(page.locator("#last-answer")).containsText("cannot tell");
            press(window, phone, "j", "#next");
            page.waitForURL(url -> url.contains("passed="));

            window.open("/quality");
            assertThat(page.locator("#measure-alone")).containsText("n = ");
            assertThat(page.locator("#sample")).containsText("checked");
            window.inspect("quality-panel");
            window.open("/quality?days=365&lang=de");
            assertThat(page.locator("h1")).hasText("Qualität der Ablage");
            window.open("/quality?lang=en");
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static void press(Window window, boolean phone, String key, String button) {
        if (phone) {
            window.page().locator(button).click();
        } else {
            window.keyboard().press(key);
        }
    }

    private static void isDone(Page page, int done) {
        assertThat(page.locator("#progress")).containsText(done + " of ");
    }

    private static int done(Page page) {
        return Integer.parseInt(page.locator("#progress").textContent().strip().split(" ")[0]);
    }

    @Test
    void tellsProgramsWhatPeopleSee() {
        String reference = caseOpened();
        String document = posted("by-program-" + UUID.randomUUID() + ".txt", reference);
        admin().post("/api/v1/quality/samples", "{\"size\": 500}");
        Answer open = admin().get("/api/v1/quality/checks");
        assertThat(open.text()).contains(document);
        String check =
                open.text().replaceAll("(?s).*\\{\"id\":\"([0-9a-f-]+)\",\"document\":\"" + document + ".*", "$1");
        assertThat(as(Role.CASE_MANAGER).get("/api/v1/quality/checks").text()).doesNotContain(document);
        assertThat(admin().post("/api/v1/quality/checks/" + check, "{\"verdict\": \"WRONG\"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin().post("/api/v1/quality/checks/" + check, "{\"verdict\": \"WRONG\", \"wrong\": [\"CASE\"]}")
                        .status())
                .isEqualTo(204);
        assertThat(admin().post("/api/v1/quality/checks/" + check, "{\"verdict\": \"RIGHT\"}")
                        .status())
                .isEqualTo(409);
        assertThat(admin().delete("/api/v1/quality/checks/" + check).status()).isEqualTo(204);
        assertThat(admin().get("/api/v1/quality/checks").text()).contains(document);
        assertThat(admin().get("/api/v1/quality?days=8").status()).isEqualTo(400);
        assertThat(admin().get("/api/v1/quality?days=7").text()).contains("\"precision\"", "\"REST\"");
        assertThat(admin().get("/api/v1/quality.csv").text())
                .startsWith("channel,source,scanner,figure,n,value,low,high\r\n")
                .contains("REST,\"\",\"\",alone,");
    }

    @Test
    void tellsScannersApart() {
        String reference = caseOpened();
        String scanner = "Kyocera TASKalfa 2554ci";
        List<String> scans = IntStream.range(0, ENOUGH)
                .mapToObj(each -> {
                    byte[] scan = new ScannedPage("Letter number " + each).pdf(scanner);
                    Multipart body = Multipart.of("scan.pdf", scan, "application/pdf", Map.of("case", reference));
                    return admin().upload("/api/v1/documents", body).text("id");
                })
                .toList();
        scans.forEach(this::isFiled);
        assertThat(admin().get("/api/v1/quality?days=7").text()).contains("\"scanner\":\"" + scanner + "\"");
        assertThat(admin().get("/api/v1/quality.csv").text())
                .contains("REST,\"\",\"" + scanner + "\",confidence," + ENOUGH + ",0.");
        people().named("scan-checker", Role.SUPERVISOR);
        try (Window window = chromium.desk(address()).signIn("scan-checker", "/quality")) {
            assertThat(window.page().locator(".by-source tr", new Page.LocatorOptions().setHasText(scanner)))
                    .containsText("n = " + ENOUGH);
            window.inspect("quality-scanners");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window phone = chromium.phone(address()).signIn("scan-checker", "/quality")) {
            phone.inspect("quality-scanners");
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void saysSoWhenThereIsNothingToCheck() {
        people().named("newcomer", Role.CASE_MANAGER);
        try (Window window = chromium.desk(address()).signIn("newcomer", "/quality/check")) {
            assertThat(window.page().locator(".empty-title")).hasText("Nothing to check");
            window.inspect("quality-check-none");
            assertThat(window.complaints()).isEmpty();
        }
    }

    private String caseOpened() {
        return admin().post("/api/v1/cases", "{\"type\": \"complaint\", \"title\": \"Sampled\"}")
                .text("reference");
    }

    private String posted(String name, String reference) {
        byte[] text = ("Your reference " + reference + "\nAmount CHF 540.00\n" + UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
        String id = admin().upload("/api/v1/documents", Multipart.of(name, text, "text/plain", Map.of()))
                .text("id");
        isFiled(id);
        return id;
    }

    private void isFiled(String id) {
        await().atMost(READ)
                .untilAsserted(
                        () -> assertThat(admin().get("/api/v1/documents/" + id).text("state"))
                                .isEqualTo("FILED"));
    }
}
