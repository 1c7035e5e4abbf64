package io.liasse.caseapi.cases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What case managers wait for, in a real browser on the running program. */
class AwaitedJourneyTest extends RunningLiasse {
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
    void notesWhatIsAwaitedGivesItUpAndTakesThatBack() {
        String reference = managing().open("Warten " + word(), "Meier " + word());
        String hospital = "Spital " + word();
        try (Window window = chromium.desk(address()).signIn(manager(), "/cases/" + reference)) {
            Page page = window.page();
            assertThat(section(page, "awaited-title")).containsText("Nothing is awaited");
            section(page, "awaited-title").getByText("Add").click();
            assertThat(page.locator(".empty-state")).isVisible();
            window.inspect("case-awaited-empty");
            button(page, "Await a document").click();
            assertThat(page.locator("#what-error")).isVisible();

            page.locator("#what").fill("Discharge report");
            page.locator("#type").selectOption("medical-report");
            page.locator("#askedOn").fill("2020-01-02");
            page.locator("#dueOn").fill("2020-02-01");
            page.getByLabel("A new person or organisation").check();
            page.locator("#party-kind").selectOption("ORGANISATION");
            page.locator("#party-name").fill(hospital);
            button(page, "Await a document").click();
            assertThat(page.locator("#flash")).containsText("noted as awaited");
            assertThat(row(page, "awaited-title")).containsText(hospital);
            assertThat(row(page, "awaited-title").locator(".tag-red")).containsText("overdue since 1 Feb 2020");
            add(page, "Signed authorisation", "2099-03-01");
            window.inspect("case-awaited");

            button(page, "Wait for Discharge report no longer").click();
            assertThat(section(page, "awaited-past-title")).containsText("Given up");
            page.locator("#flash").getByText("Undo").click();
            assertThat(page.locator("#flash")).containsText("awaited again");
            window.open("/cases/" + reference);
            assertThat(section(page, "awaited-title").locator(".awaited-late")).containsText("overdue");
            assertThat(page.locator(".attention")).containsText("One awaited document is overdue");
            assertThat(page.locator(".event").first()).containsText("Document awaited again · Discharge report");
            window.inspect("case-overview-awaited");
            assertThat(window.complaints()).allMatch(each -> each.contains("422"));
        }
    }

    @Test
    void marksWhatArrivedByHandAndByItself() {
        String reference = managing().open("Warten " + word(), "Meier " + word());
        managing().fill(reference);
        String path = "/cases/" + reference + "/awaited";
        try (Window window = chromium.phone(address()).signIn(manager(), "/cases/" + reference + "/documents")) {
            Page page = window.page();
            becomesFiled(window, 2);
            window.open(path);
            add(page, "Report of the trial", "2020-02-01");
            page.getByLabel("Report of the trial has arrived").click();
            window.inspect("case-awaited-arrived");
            button(page, "This one").click();
            assertThat(page.locator("#flash")).containsText("marked as arrived");
            assertThat(section(page, "awaited-past-title")
                            .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Arrived")))
                    .hasCount(1);
            button(page, "Wait for Report of the trial again").click();
            assertThat(row(page, "awaited-title")).containsText("Report of the trial");
            page.locator("#party-look").fill("Hôpital universitaire");
            page.locator("#what").fill("Letter of the hospital");
            page.locator("#party-options input").first().check();
            button(page, "Await a document").click();
            managing().upload(reference, "Brief.txt", "neuro@example.org\n\nWe confirm.");
            page.waitForCondition(
                    () -> {
                        page.reload();
                        return section(page, "awaited-past-title").count() == 1;
                    },
                    new Page.WaitForConditionOptions().setTimeout(60_000));
            assertThat(section(page, "awaited-past-title")).containsText("Letter of the hospital");
            window.inspect("case-awaited");
            window.open("/cases/" + reference);
            window.inspect("case-overview-awaited");
            section(page, "awaited-title").getByText("Letter of the hospital").click();
            page.waitForURL("**/documents/*");
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static void add(Page page, String what, String dueOn) {
        page.locator("#what").fill(what);
        page.locator("#dueOn").fill(dueOn);
        button(page, "Await a document").click();
        assertThat(section(page, "awaited-title")).containsText(what);
    }

    private static void becomesFiled(Window window, int documents) {
        window.page()
                .waitForCondition(
                        () -> {
                            window.page().reload();
                            return window.page().locator("tbody tr").count() == documents;
                        },
                        new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator section(Page page, String titled) {
        return page.locator("section[aria-labelledby=" + titled + "]");
    }

    private static Locator row(Page page, String titled) {
        return section(page, titled).locator("li").first();
    }

    private String manager() {
        return people().named("nora", Role.CASE_MANAGER).username();
    }

    private Managing managing() {
        return new Managing(nobody().signedInAs(manager(), PASSWORD));
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
