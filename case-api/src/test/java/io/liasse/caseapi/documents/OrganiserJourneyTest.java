package io.liasse.caseapi.documents;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages arranged on the screen, by keyboard, by mouse, without scripts; and back. */
class OrganiserJourneyTest extends RunningLiasse {
    private static final double DONE = 120_000;

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
    void arrangesByKeyboardAndGoesBack() throws IOException {
        String at = received(name(), 5);
        try (Window window = chromium.desk(address()).signIn(clerk(), "/documents/" + at)) {
            Page page = window.page();
            page.locator("#arrange").click();
            assertThat(page.locator(".leaf")).hasCount(5);
            assertThat(page.locator("#organiser-save")).isDisabled();
            page.locator("#leaf-1").focus();
            window.keyboard().press("Alt+ArrowRight");
            assertThat(page.locator("#organiser-said")).hasText("Page 1 is now at place 2 of 5.");
            window.keyboard().press("r");
            window.keyboard().press("ArrowRight");
            window.keyboard().press("Space");
            window.keyboard().press("Shift+ArrowRight");
            assertThat(page.locator("#organiser-state")).containsText("selected: 2");
            window.keyboard().press("Delete");
            assertThat(page.locator(".leaf-gone")).hasCount(2);
            window.keyboard().press("Control+z");
            assertThat(page.locator(".leaf-gone")).hasCount(0);
            window.keyboard().press("Escape");
            window.keyboard().press("Delete");
            assertThat(page.locator(".leaf-gone")).hasCount(1);
            window.inspect("organiser");
            page.locator("#organiser-save").click();
            assertThat(page.locator("#edited"))
                    .containsText("version 2", new LocatorAssertions.ContainsTextOptions().setTimeout(DONE));
            assertThat(page.locator("#page-count")).hasText("4");
            assertThat(page.locator(".textLayer").first())
                    .containsText("leaf 2", new LocatorAssertions.ContainsTextOptions().setTimeout(DONE));
            window.inspect("edited");
            assertThat(text(at)).containsExactly("leaf 2", "leaf 1", "leaf 3", "leaf 5");

            page.getByText("What version 2 changed").click();
            assertThat(page.locator("#compare-sum")).containsText("taken out: 1");
            assertThat(page.locator("#compare-sum")).containsText("turned: 1");
            assertThat(page.locator(".compare-line")).hasCount(3);
            assertThat(page.locator(".compare-run"))
                    .containsText(new String[] {"Page 3: unchanged", "Page 5 → 4: unchanged"});
            page.locator("img").last().scrollIntoViewIfNeeded();
            window.inspect("compare");
            page.locator("#to").selectOption("1");
            page.locator(".compare-choice button").click();
            assertThat(page.locator(".compare-none")).containsText("the same version twice");
            window.open("/documents/" + at);

            page.getByText("Go back to version 1").click();
            assertThat(page.locator("#flash")).containsText("version 1");
            assertThat(page.locator("#edited")).hasCount(0);
            assertThat(text(at)).hasSize(5);
            page.locator(".flash-undo button").click();
            assertThat(page.locator("#edited")).containsText("version 4");
            assertThat(text(at)).containsExactly("leaf 2", "leaf 1", "leaf 3", "leaf 5");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window phone = chromium.phone(address()).signIn(clerk(), "/documents/" + at + "/pages")) {
            assertThat(phone.page().locator(".leaf")).hasCount(4);
            phone.page().locator("#leaf-2").click();
            assertThat(phone.page().locator("#leaf-2")).hasAttribute("aria-selected", "true");
            phone.page().locator("[data-act=right]").click();
            phone.inspect("organiser");
            phone.page().locator("[data-act=undo]").click();
            phone.open("/documents/" + at + "/versions/compare?from=3&to=4");
            assertThat(phone.page().locator(".compare-line")).hasCount(3);
            phone.inspect("compare");
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void dividesAndPutsTogether() throws IOException {
        String name = name();
        String at = received(name, 4);
        try (Window window = chromium.desk(address()).signIn(clerk(), "/documents/" + at + "/pages")) {
            Page page = window.page();
            page.locator("#leaf-3")
                    .dragTo(page.locator("#leaf-1"), new Locator.DragToOptions().setTargetPosition(5, 60));
            assertThat(page.locator(".leaf").first()).hasId("leaf-3");
            page.locator("#leaf-2").click();
            window.keyboard().press("c");
            assertThat(page.locator("#leaf-2")).containsText("document 2 begins here");
            assertThat(page.locator("#organiser-state")).containsText("documents 2");
            window.inspect("organiser-cut");
            page.locator("#organiser-save").click();
            assertThat(page.locator(".viewer-side"))
                    .containsText(
                            "Its pages are in other documents",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(DONE));
            String first = made(at).getFirst();
            String second = made(at).getLast();
            assertThat(text(first)).containsExactly("leaf 3", "leaf 1");
            assertThat(text(second)).containsExactly("leaf 2", "leaf 4");

            window.open("/documents/" + second + "/pages");
            if (page.locator("#merge-with option[value='" + first + "']").count() > 0) {
                page.locator("#merge-with").selectOption(first);
                page.locator("#merge").click();
                assertThat(page.locator(".viewer-side"))
                        .containsText(
                                "Its pages are in other documents",
                                new LocatorAssertions.ContainsTextOptions().setTimeout(DONE));
                assertThat(text(made(first).getFirst())).containsExactly("leaf 2", "leaf 4", "leaf 3", "leaf 1");
            }
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void worksWithoutScripts() throws IOException {
        String at = received(name(), 70);
        try (Window window = chromium.withoutScripts(address()).signIn(clerk(), "/documents/" + at + "/pages")) {
            Page page = window.page();
            assertThat(page.locator(".leaf-plain")).hasCount(60);
            page.locator("#position-3").fill("1");
            page.locator("#degrees-2").selectOption("90");
            page.locator("[name=delete][value='1']").check();
            page.locator("#organiser-save").click();
            assertThat(page)
                    .hasURL(Pattern.compile(".*/documents/" + at), new PageAssertions.HasURLOptions().setTimeout(DONE));
            settled(at);
            assertThat(text(at))
                    .hasSize(69)
                    .startsWith("leaf 3", "leaf 2", "leaf 4")
                    .endsWith("leaf 70");
            window.open("/documents/" + at + "/pages?from=61");
            assertThat(page.locator(".leaf-plain")).hasCount(9);
            page.locator("[name=delete]").first().check();
            page.locator("#organiser-save").click();
            settled(at);
            assertThat(text(at)).hasSize(68).doesNotContain("leaf 62");
        }
    }

    @Test
    void showsVeryManyPagesAndOne() throws IOException {
        int last = Boolean.getBoolean("liasse.nightly") ? 1000 : 150;
        String many = received(name(), last);
        try (Window window = chromium.desk(address()).signIn(clerk(), "/documents/" + many + "/pages")) {
            Page page = window.page();
            assertThat(page.locator(".leaf")).hasCount(last);
            page.locator("#leaf-1").focus();
            window.keyboard().press("End");
            assertThat(page.locator("#leaf-" + last)).isFocused();
            window.keyboard().press("Alt+ArrowLeft");
            assertThat(page.locator("#organiser-said"))
                    .hasText("Page %d is now at place %d of %d.".formatted(last, last - 1, last));
            window.keyboard().press("Control+z");
            assertThat(page.locator("#organiser-save")).isDisabled();
            String one = received(name(), 1);
            window.open("/documents/" + one + "/pages");
            assertThat(page.locator(".leaf")).hasCount(1);
            page.locator("#leaf-1").focus();
            window.keyboard().press("Delete");
            assertThat(page.locator("#organiser-save")).isDisabled();
            window.keyboard().press("Delete");
            window.keyboard().press("r");
            page.locator("#organiser-save").click();
            assertThat(page.locator("#edited")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(DONE));
            assertThat(window.complaints()).isEmpty();
        }
    }

    private String clerk() {
        return people().named("claire", Role.CLERK, Role.CASE_MANAGER, Role.SUPERVISOR)
                .username();
    }

    private String received(String name, int pages) throws IOException {
        byte[] pdf = Letters.pdf(
                IntStream.rangeClosed(1, pages).mapToObj(page -> "leaf " + page).toArray(String[]::new));
        String id = admin().upload("/api/v1/documents", Multipart.of(name + ".pdf", pdf, "application/pdf", Map.of()))
                .text("id");
        settled(id);
        return id;
    }

    private void settled(String id) {
        await().atMost(Duration.ofMinutes(4))
                .until(() -> !List.of("RECEIVED", "READING")
                        .contains(admin().get("/api/v1/documents/" + id).text("state")));
    }

    private List<String> text(String id) {
        return List.of(admin().get("/api/v1/documents/" + id + "/text").text().split("\f")).stream()
                .map(String::strip)
                .toList();
    }

    private List<String> made(String id) {
        return admin().get("/api/v1/documents/" + id)
                .json()
                .get("made")
                .valueStream()
                .map(each -> each.get("id").asString())
                .toList();
    }

    private static String name() {
        return "seiten" + UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 6);
    }
}
