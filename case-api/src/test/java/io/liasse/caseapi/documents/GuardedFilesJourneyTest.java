package io.liasse.caseapi.documents;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Samples;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files behind a password and files with signatures, on the screens. */
class GuardedFilesJourneyTest extends RunningLiasse {
    private static final double READ = 120_000;

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void waitsForThePasswordAndReadsOnWhenItIsGiven(boolean phone) throws IOException {
        String name = "sealed-" + UUID.randomUUID() + ".pdf";
        String kind = phone ? "phone" : "desk";
        try (Window window =
                (phone ? chromium.phone(address()) : chromium.desk(address())).signIn(clerk(), "/upload")) {
            Page page = window.page();
            page.setInputFiles("#files", new FilePayload(name, "application/pdf", LockedPdf.with("right")));
            becomes(page, "NEEDS_PASSWORD");
            page.locator(".upload-open").first().click();

            assertThat(page.locator(".note-red .note-text")).hasText("The file is locked by a password.");
            window.inspect("password-" + kind);
            String document = page.url();
            give(page, "wrong");
            comes(page, document, ".note-red .note-text :text-is('This password does not open the file.')");
            window.inspect("password-wrong-" + kind);
            give(page, "right");
            comes(page, document, "#filing #title");
            assertThat(page.locator("#filing #title")).hasValue(name);
            assertThat(page.locator("#password")).hasCount(0);
            assertPicture(page);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("samples")
    void showsWhoSigned() {
        try (Window window = chromium.desk(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            page.setInputFiles("#files", Samples.file("capture/pdf-signed/signed.pdf"));
            becomes(page, "INBOX");
            page.locator(".upload-open").first().click();
            assertThat(page.locator(".signatures")).containsText("Adobe Sign a Document Cloud solution");
            assertThat(page.locator(".signatures .tag")).hasText("unknown signer");
            window.inspect("signature-inbox");
            page.locator("#inbox-open").click();
            assertThat(page.locator(".signatures .tag")).hasText("unknown signer");
            window.inspect("signature-viewer");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window window = chromium.phone(address()).signIn(clerk(), "/inbox")) {
            window.inInbox("signed").first().click();
            assertThat(window.page().locator(".signatures .tag")).hasText("unknown signer");
            window.inspect("signature-phone");
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static void give(Page page, String password) {
        page.locator("#password").fill(password);
        page.locator("#inbox-retry").click();
        assertThat(page.locator("#flash")).containsText("being read again");
    }

    /** Reading takes its time; the page is asked for until it shows what came of it. */
    private static void comes(Page page, String address, String selector) {
        page.waitForCondition(
                () -> {
                    page.navigate(address);
                    return page.locator(selector).count() == 1
                            && page.locator(".note-blue").count() == 0;
                },
                new Page.WaitForConditionOptions().setTimeout(READ));
    }

    private static void assertPicture(Page page) {
        assertThat(page.locator(".sheet img").first()).hasAttribute("src", Pattern.compile(".*/pages/1\\.png"));
    }

    private static void becomes(Page page, String state) {
        assertThat(page.locator(".upload").first())
                .hasAttribute("data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(READ));
    }

    private String clerk() {
        return people().named("claire", Role.CLERK, Role.CASE_MANAGER, Role.SUPERVISOR)
                .username();
    }
}
