package io.liasse.caseapi.cases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What case managers do with cases, in a real browser on the running program. */
class CaseJourneyTest extends RunningLiasse {
    private static Chromium chromium;
    private static String filled = "";

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void opensACaseForANewPersonAndHintsAtWhoIsKnownAlready() {
        String name = "Rochat " + word();
        String known = openCase("Bekannt", name);
        String title = "Neu " + word();
        try (Window window = chromium.desk(address()).signIn(manager(), "/cases/new")) {
            Page page = window.page();
            window.inspect("case-new");
            page.getByLabel("Title").fill(title);
            page.getByLabel("A new person or organisation").check();
            page.locator("#party-name").fill(name.substring(0, name.length() - 1));
            assertThat(page.locator("#duplicates")).containsText(known);
            window.inspect("case-new-duplicate");
            page.locator("#party-name").fill("Perret " + title);
            assertThat(page.locator("#duplicates")).containsText("appear here");
            page.locator("#party-birthDate").fill("1988-02-29");
            page.locator("#party-place").fill("Fribourg");
            page.locator("#party-identifier").fill("756.9217.0769.85");
            page.locator("#open-case .btn-primary").click();

            assertThat(page.locator("#flash")).containsText("is open");
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator(".client")).containsText("Perret " + title);
            assertThat(page.locator(".client")).containsText("29 Feb 1988 · Fribourg");
            assertThat(page.locator(".client")).containsText("756.9217.0769.85");
            assertThat(page.locator(".phase[aria-current=step]")).containsText("Intake");

            window.open("/cases/new");
            page.getByLabel("Title").fill(title + " 2");
            page.locator("#party-look").fill("Perret " + title);
            page.locator("#party-options input").check();
            page.locator("#open-case .btn-primary").click();
            assertThat(page.locator(".client")).containsText("Perret " + title);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void addsEndsAndTakesBackAParticipant() {
        String reference = openCase("Netz " + word(), "Meier " + word());
        String physician = "Brunner " + word();
        try (Window window = chromium.desk(address()).signIn(manager(), "/cases/" + reference + "/participants")) {
            Page page = window.page();
            page.getByLabel("Role").selectOption("physician");
            page.getByLabel("A new person or organisation").check();
            page.locator("#party-name").fill(physician);
            button(page, "Add a participant").click();
            assertThat(page.locator("#flash")).containsText("is added");
            assertThat(taking(page, physician)).containsText("Physician");
            window.inspect("case-participants");

            button(page, "End the part of " + physician).click();
            assertThat(section(page, "past-title")).containsText(physician);
            page.locator("#flash").getByText("Undo").click();
            assertThat(taking(page, physician)).hasCount(1);
            window.open("/cases/" + reference);
            assertThat(section(page, "network-title")).containsText(physician);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void takesANoteAndNarrowsTheTimeline() {
        String reference = openCase("Notiz " + word(), "Meier " + word());
        String note = "Telefon mit der Klientin, " + word();
        try (Window window = chromium.desk(address()).signIn(manager(), "/cases/" + reference)) {
            Page page = window.page();
            page.getByLabel("Take a note").fill(note);
            button(page, "Keep note").click();
            assertThat(page.locator("#flash")).containsText("The note is kept");
            assertThat(page.locator(".event-text").first()).hasText(note);

            page.locator(".tabs").getByText("Timeline").click();
            assertThat(page.locator(".event-text")).hasText(note);
            assertThat(page.locator(".event")).not().hasCount(1);
            window.inspect("case-timeline");
            page.locator(".pills").getByText("Notes").click();
            assertThat(page.locator(".event")).hasCount(1);
            page.locator(".pills").getByText("Who looked").click();
            assertThat(page.locator(".event").first()).containsText("Case viewed");
            page.locator(".pills").getByText("Documents").click();
            assertThat(page.locator(".empty-state")).isVisible();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void movesACaseOnClosesItAndTakesThatBack() {
        String reference = openCase("Phase " + word(), "Meier " + word());
        try (Window window = chromium.desk(address()).signIn(manager(), "/cases/" + reference + "/edit")) {
            Page page = window.page();
            window.inspect("case-edit");
            page.locator("#phase").selectOption("planning");
            button(page, "Save").click();
            assertThat(page.locator(".phase[aria-current=step]")).containsText("Goals and plan");
            assertThat(page.locator(".event").first()).containsText("Intake → Goals and plan");

            window.open("/cases/" + reference + "/edit");
            button(page, "Close the case").click();
            assertThat(page.locator(".note-blue")).containsText("This case is closed");
            window.inspect("case-closed");
            page.locator("#flash").getByText("Undo").click();
            assertThat(page.locator("#flash")).containsText("open again");
            assertThat(page.locator(".note-blue")).hasCount(0);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void sharesACaseByRightsAndSealsIt() {
        String title = "Rechte " + word();
        String reference = openCase(title, "Meier " + word());
        String colleague = people().named("otto", Role.CASE_MANAGER).username();
        try (Window own = chromium.desk(address()).signIn(manager(), "/cases/" + reference + "/rights");
                Window other = chromium.desk(address()).signIn(colleague, "/cases")) {
            Page page = own.page();
            page.onDialog(Dialog::accept);
            assertNotFound(other, reference);
            page.getByLabel("User").fill("ott");
            assertThat(page.locator("#grantee-options option")).hasCount(1);
            page.getByLabel("User").fill(colleague);
            page.getByLabel("Edit", new Page.GetByLabelOptions().setExact(true)).check();
            button(page, "Grant a right").click();
            assertThat(section(page, "rights-title")).containsText("Test otto");
            own.inspect("case-rights");
            other.open("/cases/" + reference);
            assertThat(other.page().locator("h1")).hasText(title);
            other.open("/cases/" + reference + "/timeline");
            assertThat(other.page().locator(".pills")).containsText("People and rights");
            assertThat(other.page().locator(".pills")).not().containsText("Who looked");

            own.open("/cases/" + reference + "/edit");
            page.getByLabel("Seal this case").check();
            button(page, "Save").click();
            assertThat(page.locator(".page-head .tag-purple")).hasText("Sealed");
            own.open("/cases/" + reference + "/rights");
            button(page, "Withdraw the right of Test otto").click();
            assertThat(page.locator("#flash")).containsText("withdrawn");
            assertNotFound(other, reference);
            own.open("/cases/" + reference + "/rights");
            button(page, "Withdraw the right of Test nora").click();
            assertThat(page.locator("#flash")).containsText("at least one person");
            assertThat(own.complaints()).isEmpty();
        }
    }

    @Test
    void listsCasesAndNarrowsThemDown() {
        String rare = word();
        String mine = openCase("Liste eins " + rare, "Meier " + word());
        String others = admin().post("/api/v1/cases", """
                {"type": "complaint", "title": "Liste zwei %s", "manager": "admin"}""".formatted(rare)).text("reference");
        managing().moveTo(mine, "assessment");
        String boss = people().named("rosa", Role.CASE_MANAGER, Role.SUPERVISOR).username();
        try (Window window = chromium.desk(address()).signIn(boss, "/cases")) {
            Page page = window.page();
            page.locator("#text").fill(rare);
            button(page, "Filter").click();
            assertThat(page.locator("#rows tr")).hasCount(2);
            window.inspect("cases-filtered");
            page.locator("#type").selectOption("complaint");
            assertThat(page.locator("#rows tr")).hasCount(1);
            assertThat(page.locator("#rows")).containsText(others);
            page.locator("#type").selectOption("");
            assertThat(page.locator("#rows tr")).hasCount(2);
            page.locator("#phase").selectOption("assessment");
            assertThat(page.locator("#rows")).containsText(mine);
            page.locator("#state").selectOption("CLOSED");
            assertThat(page.locator(".empty-state")).containsText("Nothing matches");
            window.inspect("cases-nothing");
            page.locator(".filters").getByText("Clear").click();
            page.locator("#text").fill(others);
            page.locator("#manager").fill("admin");
            button(page, "Filter").click();
            page.locator("#rows a").click();
            assertThat(page.locator("h1")).hasText("Liste zwei " + rare);
            window.open("/cases");
            page.getByLabel("Only mine").check();
            assertThat(page.locator(".empty-state")).isVisible();
            window.open("/");
            window.inspect("today");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void servesAPhone() {
        String reference = filledCase();
        try (Window window = chromium.phone(address()).signIn(manager(), "/")) {
            Page page = window.page();
            window.inspect("today");
            window.open("/cases");
            window.inspect("cases");
            window.open("/cases/new");
            page.getByLabel("A new person or organisation").check();
            window.inspect("case-new");
            window.open("/cases/" + reference);
            window.inspect("case-overview");
            for (String part : new String[] {"documents", "participants", "timeline", "rights", "edit"}) {
                page.locator(".tabs a[href$='/" + part + "']").click();
                page.waitForURL("**/" + part);
                assertThat(page.locator(".tabs [aria-current]"))
                        .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.9));
                window.inspect("case-" + part);
            }
            page.locator(".menu > summary").click();
            window.inspect("menu");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void showsAFilledCaseAtADesk() {
        String reference = filledCase();
        try (Window window = chromium.desk(address()).signIn(manager(), "/cases/" + reference)) {
            window.page().waitForLoadState();
            window.inspect("case-overview");
            window.open("/cases/" + reference + "/documents");
            becomesFiled(window, 2);
            window.inspect("case-documents");
            window.page().locator("#type").selectOption("invoice");
            assertThat(window.page().locator(".empty-state")).isVisible();
            window.open("/cases");
            window.inspect("cases");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void saysWhatIsWrongInAForm() {
        String reference = openCase("Fehler " + word(), "Meier " + word());
        try (Window window = chromium.phone(address()).signIn(manager(), "/cases/new")) {
            Page page = window.page();
            page.getByLabel("A new person or organisation").check();
            page.locator("#manager").fill("nobody-at-all");
            page.locator("#open-case .btn-primary").click();
            assertThat(page.locator("#title-error")).isVisible();
            window.inspect("case-new-errors");
            window.open("/cases/" + reference + "/participants");
            button(page, "Add a participant").click();
            assertThat(page.locator(".form-errors")).isVisible();
            window.inspect("case-participants-errors");
            assertThat(window.complaints()).allMatch(each -> each.contains("422"));
        }
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

    private void assertNotFound(Window window, String reference) {
        window.open("/cases/" + reference);
        assertThat(window.page().locator("h1")).hasText("Not found");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator section(Page page, String titled) {
        return page.locator("section[aria-labelledby=" + titled + "]");
    }

    private static Locator taking(Page page, String name) {
        return section(page, "present-title").locator("li", new Locator.LocatorOptions().setHasText(name));
    }

    private String manager() {
        return people().named("nora", Role.CASE_MANAGER).username();
    }

    private Managing managing() {
        return new Managing(nobody().signedInAs(manager(), PASSWORD));
    }

    private String openCase(String title, String client) {
        return managing().open(title, client);
    }

    /** Made once for those who only look at it. */
    private String filledCase() {
        if (filled.isEmpty()) {
            filled = managing().open("Meier Anna · Return to work after stroke", "Meier Anna " + word());
            managing().fill(filled);
        }
        return filled;
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
