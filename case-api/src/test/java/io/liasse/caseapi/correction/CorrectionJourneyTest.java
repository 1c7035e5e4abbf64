package io.liasse.caseapi.correction;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.ScannedPage;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Correcting what was read of a scan, in a real browser on the running program. */
class CorrectionJourneyTest extends RunningLiasse {
    private static final double SHOWN = 60_000;

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
    void correctsAWordOnThePictureAndOneByKeyboardAndFindsBothBySearch() {
        String rare = word();
        String rarer = word();
        String id = scanned();
        try (Window window = chromium.desk(address()).signIn(clerk(), "/documents/" + id + "/text")) {
            Page page = window.page();
            page.locator("#correct").click();
            Locator word = page.locator("#word-text a", hasText("Brunner"));
            String index = word.getAttribute("id").substring(1);
            page.locator("#word-layer a[data-word='" + index + "'] rect").click();
            assertThat(page.locator("#word-input")).isFocused();
            assertThat(page.locator("#word-input")).hasValue("Brunner");
            assertThat(page.locator("#word-layer rect.word-chosen")).hasCount(1);
            assertThat(page.locator(".word-crop")).isVisible();
            window.inspect("correct-word");
            window.keyboard().type(rare);
            window.keyboard().press("Enter");
            assertThat(page.locator("#flash")).containsText("The text of page 1 is corrected.");
            assertThat(page.locator("#w" + index)).hasText(rare);
            assertThat(page.locator("#w" + index)).isFocused();
            assertThat(page.locator("#word-layer rect.word-corrected")).hasCount(1);

            window.keyboard().press("ArrowRight");
            window.keyboard().press("Enter");
            assertThat(page.locator("#word-input")).isFocused();
            window.keyboard().press("Escape");
            assertThat(page.locator("#word-input")).hasCount(0);
            page.locator("#word-text a", hasText("Praxis")).press("Enter");
            assertThat(page.locator("#word-input")).hasValue("Praxis");
            window.keyboard().type(rarer);
            window.keyboard().press("Enter");
            assertThat(page.locator(".correct-changes").first()).containsText(rarer);
            assertThat(page.locator(".correct-line")).hasCount(3);
            window.inspect("correct-words");

            search(page, rare);
            assertThat(page.locator(".hit mark").first()).hasText(rare);
            page.locator(".hit-title a").first().click();
            assertThat(page.locator(".corrected-mark"))
                    .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(SHOWN));
            assertThat(page.locator("#find-count")).hasText("1 of 1");
            assertStandsOn(
                    page,
                    page.locator(".corrected-mark"),
                    page.locator(".textLayer span", hasText("Brunner")).first());
            window.inspect("viewer-corrected");
            search(page, "Brunner " + rare);
            search(page, rarer);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void correctsAWholePageAndGoesBack() {
        String rare = word();
        String id = scanned();
        try (Window window =
                chromium.desk(address()).signIn(clerk(), "/documents/" + id + "/text/correct?page=1&mode=page")) {
            Page page = window.page();
            Locator text = page.locator("#page-text");
            String read = text.inputValue();
            assertThat(read).contains("Brunner");
            text.fill(read.replace("Brunner", rare) + "\nשלום");
            window.inspect("correct-page");
            page.locator("#page-form button[type=submit]").click();
            assertThat(page.locator("#flash")).containsText("is corrected");
            search(page, rare);
            search(page, "שלום " + rare);

            window.open("/documents/" + id + "/text?q=" + rare);
            assertThat(page.locator(".text-page mark")).hasText(rare);
            assertThat(page.locator(".text-state")).containsText("Corrected");
            window.inspect("text-corrected");
            page.locator("#show-read").click();
            assertThat(page.locator(".text-page")).containsText("Brunner");
            assertThat(page.locator(".note-blue")).containsText("only in the corrected text");

            page.locator("#correct").click();
            page.locator("#back-to-read").click();
            assertThat(page.locator("#flash")).containsText("Page 1 says again what was read.");
            page.locator(".flash-undo button").click();
            assertThat(page.locator("#flash")).containsText("is corrected");
            window.open("/documents/" + id + "/text");
            assertThat(page.locator(".text-page")).containsText(rare);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void losesNothingWhenTwoCorrectTheSamePage() {
        String id = scanned();
        String path = "/documents/" + id + "/text/correct?page=1&mode=page";
        try (Window first = chromium.desk(address()).signIn(clerk(), path);
                Window second = chromium.desk(address()).signIn(other(), path)) {
            first.page().locator("#page-text").fill("Said first");
            second.page().locator("#page-text").fill("Said second <b>");
            first.page().locator("#page-form button[type=submit]").click();
            assertThat(first.page().locator("#flash")).containsText("is corrected");

            Page page = second.page();
            page.locator("#page-text").evaluate("field => field.value += '\\u0007'");
            page.locator("#page-form button[type=submit]").click();
            assertThat(page.locator("#problem")).containsText("control characters");
            assertThat(page.locator("#page-text")).hasValue("Said second <b>\u0007");
            page.locator("#page-text").fill("Said second <b>");
            page.locator("#page-form button[type=submit]").click();
            assertThat(page.locator("#problem")).containsText("changed while you were writing");
            assertThat(page.locator("#problem")).containsText("claire");
            assertThat(page.locator("#page-text")).hasValue("Said second <b>");
            assertThat(page.locator(".correct-other pre").first()).hasText("Said first");
            second.inspect("correct-conflict");
            page.locator("#page-form button[type=submit]").click();
            assertThat(page.locator("#flash")).containsText("is corrected");
            second.open(path);
            assertThat(page.locator("#page-text")).hasValue("Said second <b>");
            assertThat(page.locator(".correct-line")).hasCount(3);
        }
    }

    @Test
    void keepsAWordThatWasTypedWhenThePageChangedMeanwhile() {
        String rare = word();
        String id = scanned();
        try (Window window = chromium.desk(address()).signIn(clerk(), "/documents/" + id + "/text/correct")) {
            Page page = window.page();
            page.locator("#word-text a", hasText("Brunner")).click();
            page.locator("#word-input").fill(rare);
            String path = "/api/v1/documents/" + id + "/pages/1/text";
            Answer text = admin().get(path);
            String changed = text.text("text").replace("Praxis", "Paxis");
            assertThat(admin().with("If-Match", text.header("ETag"))
                            .put(path, "{\"text\":\"" + changed.replace("\n", "\\n") + "\"}")
                            .status())
                    .isEqualTo(200);
            window.keyboard().press("Enter");
            assertThat(page.locator("#problem")).containsText("changed while you were writing");
            assertThat(page.locator("#word-input")).hasValue(rare);
            window.keyboard().press("Enter");
            assertThat(page.locator("#flash")).containsText("is corrected");
            assertThat(page.locator("#word-text")).containsText(rare);
            assertThat(page.locator("#word-text")).containsText("Paxis");
        }
    }

    @Test
    void servesAPhoneAndWorksWithoutScripts() {
        String rare = word();
        String id = scanned();
        try (Window window = chromium.phone(address()).signIn(clerk(), "/documents/" + id + "/text/correct")) {
            Page page = window.page();
            page.locator("#word-text a", hasText("Brunner")).click();
            assertThat(page.locator("#word-input")).isFocused();
            window.inspect("correct-word");
            window.open("/documents/" + id + "/text/correct?mode=page&lang=de");
            window.inspect("correct-page");
            window.open("/documents/" + id + "/text?lang=en");
            window.inspect("text");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window window = chromium.withoutScripts(address()).signIn(clerk(), "/documents/" + id + "/text/correct")) {
            Page page = window.page();
            page.locator("#word-text a", hasText("Brunner")).click();
            page.locator("#word-input").fill(rare);
            page.locator("#word-input").press("Enter");
            assertThat(page.locator("#flash")).containsText("is corrected");
            assertThat(page.locator("#word-text")).containsText(rare);
            page.locator(".correct-line button").first().press("Enter");
            assertThat(page.locator("#word-text")).containsText("Brunner");
            assertThat(window.complaints()).isEmpty();
        }
    }

    /** The mark of the corrected word covers where the PDF has the word that was read, once the page is drawn at its size. */
    private static void assertStandsOn(Page page, Locator mark, Locator word) {
        page.waitForCondition(
                () -> {
                    BoundingBox over = mark.boundingBox();
                    BoundingBox under = word.boundingBox();
                    return over != null
                            && under != null
                            && isBetween(over.y + over.height / 2, under.y, under.height)
                            && isBetween(over.x + over.width / 2, under.x, under.width);
                },
                new Page.WaitForConditionOptions().setTimeout(SHOWN));
    }

    private static boolean isBetween(double middle, double start, double length) {
        return middle >= start && middle <= start + length;
    }

    private String scanned() {
        byte[] scan = new ScannedPage(
                        "Praxis Dr. Meier",
                        "Rechnung an Brunner Treuhand",
                        "Wir danken für den Auftrag und bitten um",
                        "Zahlung innert dreissig Tagen.",
                        word())
                .png();
        Answer posted = admin().upload(
                        "/api/v1/documents", Multipart.of("scan.png", scan, "image/png", Map.of("title", "Scan")));
        String path = posted.header("Location");
        assertThat(admin().get(path + "/events").text()).contains("\"INBOX\"");
        return posted.text("id");
    }

    /** The index follows the journal within a second; a question asked too early is asked again. */
    private void search(Page page, String query) {
        page.waitForCondition(
                () -> {
                    page.navigate(address() + "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
                    return page.locator(".hit").count() == 1;
                },
                new Page.WaitForConditionOptions().setTimeout(20_000));
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private String clerk() {
        return people().named("claire", Role.CLERK, Role.CASE_MANAGER, Role.SUPERVISOR)
                .username();
    }

    private String other() {
        return people().named("corrado", Role.CLERK).username();
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
