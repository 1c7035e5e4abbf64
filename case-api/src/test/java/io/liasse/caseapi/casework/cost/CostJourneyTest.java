package io.liasse.caseapi.casework.cost;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Time and costs of a case, in a real browser on the running program. */
class CostJourneyTest extends RunningLiasse {
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
        return people().named("costanza", Role.CASE_MANAGER).username();
    }

    private String open() {
        Answer opened = nobody().signedInAs(manager(), PASSWORD)
                .post("/api/v1/cases", "{\"title\": \"Return to work\", \"parties\": []}");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return "/cases/" + opened.text("reference");
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void areSaidSummedAndTakenOut() {
        String path = open();
        try (Window window = chromium.desk(address()).signIn(manager(), path + "/costs")) {
            Page page = window.page();
            assertThat(page.locator(".empty-state")).isVisible();
            window.inspect("case-costs-empty");
            page.locator("#what").fill("Call with the clinic");
            button(page, "Add time or an expense").click();
            assertThat(page.locator("#amount-error")).containsText("Either a time or an expense");
            page.locator("#time").fill("soon");
            button(page, "Add time or an expense").click();
            assertThat(page.locator("#time-error")).isVisible();
            page.locator("#time").fill("1:30");
            button(page, "Add time or an expense").click();
            assertThat(page.locator("#perHour-error")).containsText("What does an hour cost");
            page.locator("#perHour").fill("120");
            button(page, "Add time or an expense").click();
            assertThat(page.locator("#flash")).containsText("is noted");
            page.locator("#what").fill("Train to Lausanne");
            page.locator("#amount").fill("1’045.60");
            button(page, "Add time or an expense").click();
            page.locator("#budget").fill("2000");
            button(page, "Set").click();
            assertThat(page.locator(".costs-sum")).containsText("1,225.60");
            window.inspect("case-costs");
            button(page, "Take Train to Lausanne out").click();
            assertThat(page.locator(".costs-sum")).containsText("180.00");
            window.inspect("case-costs-removed");
            page.locator("#flash").getByText("Undo").click();
            assertThat(page.locator(".costs-sum")).containsText("1,225.60");
            page.locator("main").getByText("Call with the clinic").click();
            assertThat(page.locator("#time")).hasValue("1:30");
            page.locator("#time").fill("10");
            button(page, "Save").click();
            assertThat(page.locator(".costs-over")).isVisible();
            window.open(path);
            assertThat(page.locator("section[aria-labelledby=costs-title]")).containsText("10:00 h");
            window.inspect("overview-costs");
            window.open(path + "/timeline");
            assertThat(page.locator(".event").first()).containsText("Call with the clinic");
            window.open(path + "/costs?lang=de");
            assertThat(page.locator("#entries-title")).hasText("Zeit und Auslagen");
            window.open(path + "/costs?lang=en");
            assertThat(window.complaints()).allMatch(each -> each.contains("422"));
        }
        try (Window phone = chromium.phone(address()).signIn(manager(), path + "/costs")) {
            phone.inspect("case-costs");
            assertThat(phone.complaints()).isEmpty();
        }
    }
}
