package io.liasse.caseapi.casework.task;

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

/** What people have to do, in a real browser on the running program. */
class TaskJourneyTest extends RunningLiasse {
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
        return people().named("theo", Role.CASE_MANAGER).username();
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
    void areSaidTakenDoneAndTakenBack() {
        String path = open();
        try (Window window = chromium.desk(address()).signIn(manager(), path + "/tasks")) {
            Page page = window.page();
            assertThat(page.locator(".empty-state")).isVisible();
            window.inspect("case-tasks-empty");
            button(page, "Add a task").click();
            assertThat(page.locator("#what-error")).isVisible();
            page.locator("#what").fill("Ask the clinic for the report");
            page.locator("#workingDays").fill("5");
            page.locator("#dueOn").fill("2026-01-01");
            button(page, "Add a task").click();
            assertThat(page.locator("#workingDays-error")).containsText("Either a day");
            page.locator("#dueOn").fill("");
            page.locator("#who").fill("nobody-here");
            button(page, "Add a task").click();
            assertThat(page.locator("#manager-error")).isVisible();
            page.locator("#who").fill("");
            button(page, "Add a task").click();
            assertThat(page.locator("#flash")).containsText("is noted");
            page.locator("#what").fill("Write to the employer");
            page.locator("#dueOn").fill("2020-01-15");
            page.locator("#who").fill(manager());
            page.locator("#note").fill("About the adapted hours");
            button(page, "Add a task").click();
            assertThat(page.locator("section[aria-labelledby=open-title] li")).hasCount(2);
            window.inspect("case-tasks");

            window.open("/tasks?of=nobody");
            button(page, "Take Ask the clinic for the report").first().click();
            assertThat(page.locator("#flash")).containsText("is yours");
            window.open("/tasks");
            assertThat(page.locator(".task").first()).containsText("Write to the employer");
            window.inspect("tasks");
            window.open("/");
            assertThat(page.locator("section[aria-labelledby=tasks-title]")).containsText("overdue since 15 Jan 2020");
            window.inspect("today-tasks");
            window.open(path);
            assertThat(page.locator("section[aria-labelledby=tasks-title]")).containsText("Ask the clinic");

            window.open("/tasks");
            button(page, "Write to the employer is done").first().click();
            assertThat(page.locator("#flash")).containsText("is done");
            page.locator("#flash").getByText("Undo").click();
            assertThat(page.locator("#flash")).containsText("open again");
            page.locator("main").getByText("Write to the employer").click();
            page.locator("#outcome").fill("No longer needed");
            window.inspect("case-task");
            button(page, "Drop").click();
            assertThat(page.locator("section[aria-labelledby=ended-title]")).containsText("No longer needed");
            window.open(path + "/timeline");
            assertThat(page.locator(".event").first()).containsText("Task dropped");
            assertThat(page.locator(".event").first()).containsText("Write to the employer");
            assertThat(window.complaints()).allMatch(each -> each.contains("422"));
        }
        String officer = people().named("oda", Role.RECORDS_OFFICER).username();
        try (Window window = chromium.desk(address()).signIn(officer, path + "/tasks")) {
            assertThat(window.page().locator("#ended-title")).isVisible();
            assertThat(window.page().locator("main form")).hasCount(0);
            window.open("/tasks?of=all");
            assertThat(window.page().locator(".task").first()).isVisible();
            assertThat(window.page().locator("main form")).hasCount(0);
            assertThat(window.complaints()).isEmpty();
        }
        try (Window phone = chromium.phone(address()).signIn(manager(), path + "/tasks")) {
            phone.inspect("case-tasks");
            phone.open("/tasks");
            phone.inspect("tasks");
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void emptyListsSayWhatAppearsThere() {
        String somebody = people().named("thea-new", Role.CASE_MANAGER).username();
        try (Window window = chromium.desk(address()).signIn(somebody, "/tasks")) {
            assertThat(window.page().locator(".empty-state")).containsText("Nothing to do");
            window.inspect("tasks-empty");
            assertThat(window.complaints()).isEmpty();
        }
    }
}
