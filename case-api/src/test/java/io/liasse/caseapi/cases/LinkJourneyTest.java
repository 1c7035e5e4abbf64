package io.liasse.caseapi.cases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases linked on the screen, by keyboard, without scripts, and back. */
class LinkJourneyTest extends RunningLiasse {
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private String manager() {
        return people().named("lionel-links", Role.CASE_MANAGER).username();
    }

    private String open(String title, String party) {
        Answer opened = nobody().signedInAs(manager(), PASSWORD)
                .post(
                        "/api/v1/cases",
                        "{\"title\": \"%s\", \"parties\": [{\"id\": \"%s\", \"role\": \"client\"}]}"
                                .formatted(title, party));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return opened.text("reference");
    }

    private String person(String name) {
        return nobody().signedInAs(manager(), PASSWORD)
                .post("/api/v1/parties", "{\"kind\": \"PERSON\", \"name\": \"%s\"}".formatted(name))
                .text("id");
    }

    @Test
    void linksAndTakesItBack() {
        String word = "Verkehrsunfall" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        String anna = person("Anna Link " + word);
        String one = open("Rente", anna);
        String other = open(word, person("Beat Link"));
        String third = open("Taggeld", anna);
        try (Window window = chromium.desk(address()).signIn(manager(), "/cases/" + one)) {
            Page page = window.page();
            page.locator("section[aria-labelledby=links-title] .card-head a").click();
            assertThat(page.locator(".empty-state")).isVisible();
            assertThat(page.locator("section[aria-labelledby=sharing-title]")).containsText(third);
            window.inspect("case-links-empty");
            page.locator("#kind").selectOption("FOLLOWS");
            page.locator("#other").fill("nowhere");
            page.locator("#link-form button[type=submit]").click();
            assertThat(page.locator("#other-error")).containsText("another case that you may see");
            page.locator("#other").fill("");
            page.locator("#other").focus();
            window.keyboard().type(word.substring(0, 20));
            assertThat(page.locator("#visible-cases [role=option]")).hasCount(1);
            window.inspect("case-links-suggested");
            window.keyboard().press("Enter");
            assertThat(page.locator("#other")).hasValue(other);
            page.locator("#note").fill("Nach dem Unfall");
            page.locator("#link-form button[type=submit]").click();
            assertThat(page.locator("#flash")).containsText("Linked to case " + other);
            page.getByText("Link", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#flash")).containsText("Linked to case " + third);
            window.inspect("case-links");
            page.locator(".rows form button").last().click();
            assertThat(page.locator("#flash")).containsText("No longer linked to case " + third);
            page.locator(".flash-undo button").click();
            assertThat(page.locator("#flash")).containsText("Linked to case " + third);
            window.open("/cases/" + other);
            assertThat(page.locator("section[aria-labelledby=links-title]")).containsText("is followed by");
            window.inspect("overview-links");
            window.open("/cases/" + other + "/timeline");
            assertThat(page.locator(".event").first()).containsText("is followed by");
            assertThat(window.complaints()).as("but for the refused form").allMatch(each -> each.contains("422"));
        }
        try (Window phone = chromium.phone(address()).signIn(manager(), "/cases/" + one + "/links?lang=fr")) {
            phone.inspect("case-links");
            phone.open("/cases/" + one + "?lang=en");
            phone.inspect("overview-links");
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void worksWithoutScripts() {
        String one = open("Ohne", person("Carla Link"));
        String other = open("Skripte", person("Dora Link"));
        try (Window window = chromium.withoutScripts(address()).signIn(manager(), "/cases/" + one + "/links")) {
            Page page = window.page();
            page.locator("#other").fill(" " + other + " ");
            page.locator("#link-form button[type=submit]").click();
            assertThat(page.locator("#flash")).containsText("Linked to case " + other);
            page.locator(".flash-undo button").click();
            assertThat(page.locator("#flash")).containsText("No longer linked");
        }
    }
}
