package io.liasse.caseapi.admin;

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

/** What administrators, and everybody for themselves, set up, in a real browser on the running program. */
class SettingsJourneyTest extends RunningLiasse {
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
    void makesChangesAndDisablesAUser() {
        String username = "a." + word();
        try (Window window = chromium.desk(address()).signIn("admin", "/settings/users")) {
            Page page = window.page();
            window.inspect("settings-users");
            page.getByText("New user").click();
            window.inspect("settings-user-new");
            page.getByLabel("User name").fill(username);
            page.locator("#displayName").fill("Aline " + username);
            page.locator("#language").selectOption("fr");
            page.locator("#password").fill(PASSWORD);
            page.getByLabel("Case manager").check();
            button(page, "Save").click();
            assertThat(page.locator("#flash")).containsText(username);
            assertThat(row(page, username)).containsText("Case manager");
            assertSignIn(username, 200);

            page.getByText("Aline " + username).click();
            page.locator("#displayName").fill("Aline Favre");
            page.getByLabel("Clerk").check();
            button(page, "Save").click();
            assertThat(row(page, username)).containsText("Aline Favre");
            assertThat(row(page, username)).containsText("Clerk");
            row(page, username).locator("a").click();
            window.inspect("settings-user");
            page.getByLabel("May sign in").uncheck();
            button(page, "Save").click();
            assertThat(row(page, username)).containsText("Disabled");
            assertSignIn(username, 401);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void makesAndRevokesAToken() {
        String name = "Scanner " + word();
        try (Window window = chromium.desk(address()).signIn(clerk(), "/settings/tokens")) {
            Page page = window.page();
            page.onDialog(Dialog::accept);
            page.getByLabel("Name").fill(name);
            page.locator("#until").fill("2099-12-31");
            button(page, "Make a token").click();
            String secret = page.locator("#secret").inputValue();
            assertThat(nobody().withToken(secret).get("/api/v1/me").status()).isEqualTo(200);
            window.inspect("settings-token-secret");
            window.open("/settings/tokens");
            assertThat(page.locator("#secret")).hasCount(0);
            assertThat(page.locator(".rows")).containsText(name);
            assertThat(page.locator(".rows")).containsText("valid until 31 Dec 2099");
            window.inspect("settings-tokens");
            button(page, "Revoke " + name).click();
            assertThat(page.locator("#flash")).containsText("revoked");
            assertThat(nobody().withToken(secret).get("/api/v1/me").status()).isEqualTo(401);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void looksAtTheChannelsAndMakesTheIndexAnew() {
        try (Window window = chromium.desk(address()).signIn("admin", "/settings/channels")) {
            Page page = window.page();
            assertThat(page.locator(".rows > li")).hasCount(5);
            assertThat(page.locator(".rows a[href='/upload']")).isVisible();
            window.inspect("settings-channels");
            page.locator(".tabs").getByText("System").click();
            assertThat(page.locator(".facts").last()).containsText("0.1.0");
            window.inspect("settings-system");
            button(page, "Rebuild the index").click();
            assertThat(page.locator("#flash")).containsText("being rebuilt");
            assertThat(button(page, "Rebuild the index"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void readsTheScreensInTheLanguageChosen() {
        String username = people().named("lena", Role.CLERK, Role.CASE_MANAGER).username();
        try (Window window = chromium.desk(address()).signIn(username, "/settings")) {
            Page page = window.page();
            window.inspect("settings-profile");
            page.locator("#language").selectOption("de");
            button(page, "Save").click();
            assertThat(page.locator("h1")).hasText("Einstellungen");
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            window.inspect("settings-profile-de");
            window.open("/");
            assertThat(page.locator(".side")).containsText("Heute");
            window.open("/cases");
            assertThat(page.locator("h1")).hasText("Dossiers");
            page.locator(".menu > summary").click();
            page.locator(".menu [hreflang=fr]").click();
            assertThat(page.locator("html")).hasAttribute("lang", "fr");
            window.inspect("cases-fr");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void servesAPhone() {
        try (Window window = chromium.phone(address()).signIn("admin", "/settings")) {
            for (String tab : new String[] {"", "/tokens", "/users", "/channels", "/system"}) {
                window.open("/settings" + tab);
                assertThat(window.page().locator(".tabs [aria-current]")).isInViewport(whole());
                window.inspect("settings" + tab.replace('/', '-'));
            }
            window.open("/settings/users/new");
            window.inspect("settings-user-new");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void showsTheDoorAndWhatIsNotThere() {
        try (Window desk = chromium.desk(address());
                Window phone = chromium.phone(address())) {
            for (Window window : new Window[] {desk, phone}) {
                window.open("/sign-in");
                window.inspect("sign-in");
                window.page().getByLabel("User name").fill(clerk());
                window.page().getByLabel("Password").fill("not the password");
                window.page().locator("main button[type=submit]").click();
                assertThat(window.page().locator(".note-red")).isVisible();
                window.inspect("sign-in-refused");
                assertThat(window.complaints()).isEmpty();
                window.signIn(clerk(), "/").open("/nowhere");
                assertThat(window.page().locator("h1")).hasText("Not found");
                window.inspect("not-found");
                window.open("/settings/users");
                assertThat(window.page().locator("h1")).hasText("You may not do that");
                assertThat(window.complaints()).allMatch(each -> each.matches(".*40[34].*"));
            }
        }
    }

    private void assertSignIn(String username, int status) {
        assertThat(nobody().signedInAs(username, PASSWORD).get("/api/v1/me").status())
                .isEqualTo(status);
    }

    private static LocatorAssertions.IsInViewportOptions whole() {
        return new LocatorAssertions.IsInViewportOptions().setRatio(0.9);
    }

    private static Locator row(Page page, String username) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(username));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private String clerk() {
        return people().with(Role.CLERK).username();
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
