package io.liasse.caseapi.casework.consent;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A consent noted, used, withdrawn, and the recipient told; in a real browser, in French and English. */
class ConsentJourneyTest extends RunningLiasse {
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
        return people().named("constance-consents", Role.CASE_MANAGER).username();
    }

    private String open() {
        Answer opened = nobody().signedInAs(manager(), PASSWORD).post("/api/v1/cases", """
                        {"title": "Return to work", "parties": [{"name": "Anna Einwilligung", "role": "client"},
                         {"name": "Dr. Rochat Einwilligung", "role": "physician"}]}""");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return "/cases/" + opened.text("reference");
    }

    private static void tick(Page page, String form, String label) {
        page.locator("#" + form + " label", new Page.LocatorOptions().setHasText(label))
                .locator("input")
                .check();
    }

    @Test
    void isGivenUsedWithdrawnAndTheRecipientTold() {
        String path = open();
        try (Window window = chromium.desk(address()).signIn(manager(), path + "/consents")) {
            Page page = window.page();
            assertThat(page.locator(".empty-state")).isVisible();
            window.inspect("case-consents-empty");
            page.locator("#to").selectOption("Dr. Rochat Einwilligung");
            page.locator("#what").fill("Report on the work at the desk");
            tick(page, "disclosure-form", "Health");
            page.locator("#disclosure-form button[type=submit]").click();
            assertThat(page.locator("#basis-error")).containsText("Nobody consented");
            window.inspect("case-consents-refused");

            page.locator("#from").selectOption("Anna Einwilligung");
            page.locator("#purpose").fill("Return to work");
            page.locator("#consent-form button[type=submit]").click();
            assertThat(page.locator("#consent-form #categories-error")).containsText("Choose which data");
            tick(page, "consent-form", "Health");
            tick(page, "consent-form", "Dr. Rochat");
            page.locator("#consent-form button[type=submit]").click();
            assertThat(page.locator("#flash")).containsText("The consent is noted");

            page.locator("#to").selectOption("Dr. Rochat Einwilligung");
            page.locator("#what").fill("Report on the work at the desk");
            tick(page, "disclosure-form", "Health");
            page.locator("#disclosure-form button[type=submit]").click();
            assertThat(page.locator("#flash")).containsText("What was told is noted");
            window.inspect("case-consents");

            page.locator("a[href*='withdraw=']").click();
            page.locator("[name=why]").fill("No longer needed");
            page.locator(".awaited-arrived button[type=submit]").click();
            assertThat(page.locator("#flash")).containsText("The consent is withdrawn");
            assertThat(page.locator("section[aria-labelledby=consents-title]")).containsText("must hear");
            window.inspect("case-consents-withdrawn");
            window.open(path);
            assertThat(page.locator(".attention")).containsText("One recipient must hear");
            window.inspect("overview-consents");
            page.locator(".attention a[href$='/consents']").click();
            page.locator("form[action$='/told'] button").click();
            assertThat(page.locator("#flash")).containsText("the recipient was told");
            window.open(path + "/timeline");
            assertThat(page.locator(".event").first()).containsText("Told of a withdrawal");
            assertThat(window.complaints()).allMatch(each -> each.contains("422"));
        }
        try (Window phone = chromium.phone(address()).signIn(manager(), path + "/consents?lang=fr")) {
            assertThat(phone.page().locator("h2").first()).hasText("Consentements");
            phone.inspect("case-consents");
            phone.open(path + "?lang=en");
            phone.inspect("overview-consents");
            assertThat(phone.complaints()).isEmpty();
        }
    }
}
