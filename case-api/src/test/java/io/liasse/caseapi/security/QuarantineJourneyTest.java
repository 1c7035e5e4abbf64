package io.liasse.caseapi.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the screens show of a document in which a virus was found. */
class QuarantineJourneyTest extends RunningLiasse {
    private static Chromium chromium;

    @Autowired
    private AccessWorld world;

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
    void saysThatAVirusWasFoundAndShowsNothingOfTheContent(boolean phone) {
        User clerk = people().named("quarantine-clerk", Role.CLERK, Role.CASE_MANAGER, Role.SUPERVISOR);
        String document = world.quarantined().document();
        String inbox = "/inbox?document=" + document;
        try (Window window =
                (phone ? chromium.phone(address()) : chromium.desk(address())).signIn(clerk.username(), "/inbox")) {
            Page page = window.open(inbox).page();
            assertThat(page.locator(".note-red .note-text")).containsText("A virus was found");
            assertThat(page.locator("main")).not().containsText("plague");
            assertThat(page.locator("#filing, a[href$=original]")).hasCount(0);
            window.inspect("quarantine-inbox");
            window.open("/documents/" + document);
            assertThat(page.locator(".note-text").first()).containsText("A virus was found");
            assertThat(page.locator("main")).not().containsText("plague");
            assertThat(page.locator("#filing, a[href$=original], a[href*='/text']"))
                    .hasCount(0);
            window.inspect("quarantine-viewer");
            assertThat(window.complaints()).isEmpty();
        }
    }
}
