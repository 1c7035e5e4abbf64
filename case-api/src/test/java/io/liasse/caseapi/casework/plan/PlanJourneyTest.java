package io.liasse.caseapi.casework.plan;

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

/** What case managers plan with their clients, in a real browser on the running program. */
class PlanJourneyTest extends RunningLiasse {
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
        return people().named("petra", Role.CASE_MANAGER).username();
    }

    /** The address of a case with a client. */
    private String open() {
        Answer opened = nobody().signedInAs(manager(), PASSWORD).post("/api/v1/cases", """
                {"title": "Return to work after stroke",
                 "parties": [{"name": "Anna Meier", "kind": "person", "role": "client"}]}""");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return "/cases/" + opened.text("reference");
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator goal(Page page, String what) {
        return page.locator(".goal", new Page.LocatorOptions().setHasText(what)).first();
    }

    @Test
    void plansWithTheClientFromTheFirstGoalToTheirAttainment() {
        String path = open();
        try (Window window = chromium.desk(address()).signIn(manager(), path)) {
            Page page = window.page();
            page.locator(".tabs").getByText("Plan").click();
            assertThat(page.locator(".empty-state")).isVisible();
            window.inspect("plan-empty");
            link(page, "Main goal").click();
            button(page, "Save").click();
            assertThat(page.locator("#what-error")).isVisible();
            page.locator("#what").fill("Back at work at 50 %");
            page.locator("#need").fill("Own income; wants to be among people");
            page.locator("#horizon").selectOption("LONG");
            page.locator("#priority").selectOption("1");
            page.locator("#dueOn").fill("2020-09-30");
            page.locator("#unit").fill("%");
            button(page, "Save").click();
            assertThat(page.locator("#indicator-error")).isVisible();
            window.inspect("plan-goal-wrong");
            page.locator("#indicator").fill("Workload");
            page.locator("#start").fill("0");
            page.locator("#target").fill("50,0");
            page.locator("#conflict").fill("Employer wants full time");
            page.locator("#settlement").fill("Conference of 3 May: half-time until autumn");
            button(page, "Save").click();
            assertThat(page.locator("#flash")).containsText("stands in the plan");

            link(page, "Partial goal for Back at work at 50 %").click();
            page.locator("#what").fill("Workplace adapted");
            button(page, "Save").click();
            link(page, "Action goal for Workplace adapted").click();
            page.locator("#what").fill("Visit of the workplace");
            button(page, "Save").click();
            assertThat(page.locator(".goal-ACTION")).containsText("Visit of the workplace");

            link(page, "Measure for Workplace adapted").click();
            page.locator("#what").fill("Advice on the workplace");
            page.locator("#who")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Anna Meier"));
            page.locator("#place").fill("Bühler AG");
            page.locator("#how").fill("two visits");
            page.locator("#startsOn").fill("2026-05-01");
            page.locator("#endsOn").fill("2026-04-01");
            page.locator("#cost").fill("4'800.50");
            button(page, "Save").click();
            assertThat(page.locator("#endsOn-error")).isVisible();
            page.locator("#endsOn").fill("2099-07-15");
            window.inspect("plan-measure");
            button(page, "Save").click();
            assertThat(goal(page, "Workplace adapted").locator(".measure")).containsText("CHF");
            assertThat(goal(page, "Workplace adapted").locator(".measure")).containsText("4,800.50");

            link(page, "Back at work at 50 %").click();
            page.locator("#value").fill("much");
            button(page, "Record").click();
            assertThat(page.locator("#flash")).containsText("enter a number");
            page.locator("#value").fill("20");
            button(page, "Record").click();
            assertThat(page.locator(".goal-standing").first()).containsText("now 20 % · target 50 %");
            window.inspect("plan-goal");

            window.open(path + "/plan");
            button(page, "Keep as agreed").click();
            assertThat(page.locator("#agreed-error")).isVisible();
            page.getByLabel("Anna Meier").check();
            page.locator("#reason").fill("First plan");
            page.locator("#reviewOn").fill("2099-01-15");
            button(page, "Keep as agreed").click();
            assertThat(page.locator("section[aria-labelledby=agreed-title]")).containsText("Anna Meier");
            assertThat(page.locator("section[aria-labelledby=agreed-title]")).containsText("Nothing has changed since");

            link(page, "Visit of the workplace").click();
            page.locator("#dueOn").fill("2026-08-12");
            button(page, "Save").click();
            assertThat(page.locator(".differences")).containsText("By when");
            window.inspect("plan");
            page.getByLabel("Anna Meier").check();
            page.locator("#reason").fill("A day for the visit");
            button(page, "Keep as agreed").click();
            link(page, "Version 2").click();
            assertThat(page.locator(".differences")).containsText("Visit of the workplace");
            window.inspect("plan-version");

            window.open(path + "/plan");
            link(page, "Back at work at 50 %").click();
            page.locator("[name=attained][value='-1']").check();
            button(page, "Assess").click();
            assertThat(page.locator("#flash")).containsText("say why");
            page.locator("[name=attained][value='-1']").check();
            page.locator("#explanation").fill("Tired sooner than thought");
            button(page, "Assess").click();
            assertThat(page.locator("#flash")).containsText("is assessed");
            window.inspect("plan-goal-assessed");
            page.locator("#flash").getByText("Undo").click();
            assertThat(page.locator("#flash")).containsText("open again");
            page.locator("[name=attained][value='-1']").check();
            page.locator("#explanation").fill("Tired sooner than thought");
            button(page, "Assess").click();
            window.open(path + "/plan");
            assertThat(page.locator("section[aria-labelledby=goals-title]")).containsText("Attainment 40");

            window.open(path + "/timeline");
            assertThat(page.locator(".event").first()).containsText("Goal assessed · Back at work at 50 %");
            assertThat(window.complaints()).allMatch(each -> each.contains("422"));
        }
    }

    @Test
    void showsOnTheCaseWhatIsOverdueAndHowFarItIs() {
        String path = open();
        var caller = nobody().signedInAs(manager(), PASSWORD);
        String plan = "/api/v1" + path + "/plan";
        Answer goal = caller.post(plan + "/goals", """
                {"what": "Fewer days of pain", "need": "Sleep", "priority": 1, "dueOn": "2020-09-30",
                 "indicator": {"text": "Days of pain in a week", "start": 7, "target": 2}}""");
        caller.with("If-Match", "*").post(goal.header("Location") + "/values", "{\"value\": 4.5}");
        caller.post(plan + "/goals", "{\"what\": \"Speaks on the telephone\", \"dueOn\": \"2099-01-01\"}");
        caller.post(goal.header("Location") + "/measures", "{\"what\": \"Physiotherapy\", \"state\": \"RUNNING\"}");
        String client = caller.get("/api/v1" + path + "/participants")
                .json()
                .at("/items/0/party/id")
                .asString();
        caller.post(
                plan + "/versions",
                "{\"reason\": \"Plan\", \"agreed\": [\"%s\"], \"agreedOn\": \"2020-01-01\", \"reviewOn\": \"2020-06-01\"}"
                        .formatted(client));
        try (Window window = chromium.desk(address()).signIn(manager(), path)) {
            Page page = window.page();
            assertThat(page.locator(".attention")).containsText("One goal is overdue");
            assertThat(page.locator(".attention")).containsText("review of the plan is overdue");
            assertThat(page.locator("section[aria-labelledby=goals-title]")).containsText("now 4.5 · target 2");
            window.inspect("case-overview-goals");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window phone = chromium.phone(address()).signIn(manager(), path)) {
            phone.inspect("case-overview-goals");
            phone.open(path + "/plan");
            phone.inspect("plan");
            link(phone.page(), "Fewer days of pain").click();
            phone.inspect("plan-goal");
            assertThat(phone.complaints()).isEmpty();
        }
        String officer = people().named("olga", Role.RECORDS_OFFICER).username();
        try (Window window = chromium.desk(address()).signIn(officer, path + "/plan")) {
            assertThat(window.page().locator(".goal")).hasCount(2);
            assertThat(link(window.page(), "Main goal")).hasCount(0);
            assertThat(window.page().locator("#agree")).hasCount(0);
            link(window.page(), "Fewer days of pain").click();
            assertThat(window.page().locator("main form")).hasCount(0);
            window.inspect("plan-goal-read");
        }
    }
}
