package io.liasse.caseapi.telephone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Telephone notes in a real browser on the running program. */
class TelephoneNoteJourneyTest extends RunningLiasse {
    private static final Duration READ = Duration.ofMinutes(5);
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
        return people().named("tobias", Role.CASE_MANAGER).username();
    }

    private Caller program() {
        return nobody().signedInAs(manager(), PASSWORD);
    }

    private String open() {
        Answer opened = program().post("/api/v1/cases", """
                {"title": "Bühler Nora · Retour au travail", "parties": [
                  {"name": "Bühler Nora"}, {"name": "Clinique du Lac", "kind": "organisation", "role": "provider"}]}
                """);
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return "/cases/" + opened.text("reference");
    }

    private static void send(Page page) {
        page.locator("form.columns button[type=submit]").click();
    }

    private static void french(Window window, String path) {
        window.open(path + "?lang=fr");
        assertThat(window.page().locator("html")).hasAttribute("lang", "fr");
    }

    private static Locator link(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    @Test
    void isWrittenInACaseSeenThereAndFound() {
        String path = open();
        String word = "parole" + UUID.randomUUID().toString().substring(0, 8);
        String subject = "Reprise à 50 % <b>dès lundi</b> 😀";
        try (Window window = chromium.desk(address()).signIn(manager(), path)) {
            Page page = window.page();
            french(window, path + "/documents");
            link(page, "Note téléphonique").click();
            window.inspect("telephone-note-new");
            page.locator("#subject").fill(subject);
            page.locator("#at").fill("2999-01-01T10:00");
            page.locator("#dueOn").fill("2031-05-06");
            send(page);
            assertThat(page.locator("#name-error")).isVisible();
            assertThat(page.locator("#text-error")).isVisible();
            assertThat(page.locator("#what-error")).isVisible();
            assertThat(page.locator("#subject")).hasValue(subject);
            window.inspect("telephone-note-wrong");
            page.locator("#participant").selectOption(new SelectOption().setIndex(2));
            page.locator("#name").fill("Mme Favre");
            page.locator("#number").fill("021 555 10 20");
            page.locator("#text").fill("La clinique confirme :\n– reprise à 50 %\n– certificat suit, " + word);
            page.locator("#what").fill("Demander le certificat");
            send(page);
            assertThat(page.locator("#at-error")).isVisible();
            page.locator("#at").fill("2026-03-31T14:05");
            send(page);
            page.waitForURL(url -> url.contains("/documents/"));
            assertThat(page.locator("h1")).hasText(subject);
            String document = page.url().replace(address(), "");
            await().atMost(READ)
                    .until(() ->
                            program().get("/api/v1" + document).text("state").equals("FILED"));

            window.open(path + "/documents");
            assertThat(page.locator("main tbody tr")).containsText("Note téléphonique");
            window.inspect("telephone-note-documents");
            link(page, subject).click();
            assertThat(page.locator(".textLayer").first())
                    .containsText("Clinique du Lac", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            window.inspect("telephone-note-viewer");
            window.open(path + "/timeline");
            Locator noted = page.locator(".event", new Page.LocatorOptions().setHasText("Clinique du Lac"))
                    .first();
            assertThat(noted).containsText("Note téléphonique");
            assertThat(noted).containsText("entrant");
            assertThat(noted).containsText(subject);
            window.inspect("telephone-note-timeline");
            window.open(path + "/tasks");
            assertThat(page.locator("section[aria-labelledby=open-title]")).containsText("Demander le certificat");
            await().atMost(READ)
                    .until(() -> program()
                                    .get("/api/v1/search?q=" + word)
                                    .json()
                                    .at("/total")
                                    .asLong()
                            == 1);
            window.open("/search?q=" + word);
            assertThat(page.locator(".hit-title a").first()).hasText(subject);
            assertThat(window.complaints()).allMatch(each -> each.contains("422"));
        }
        try (Window phone = chromium.phone(address()).signIn(manager(), path)) {
            french(phone, path + "/telephone-notes/new");
            phone.inspect("telephone-note-new");
            send(phone.page());
            assertThat(phone.page().locator("#subject-error")).isVisible();
            phone.inspect("telephone-note-wrong");
            phone.open(path + "/timeline");
            phone.inspect("telephone-note-timeline");
            assertThat(phone.complaints()).allMatch(each -> each.contains("422"));
        }
    }

    @Test
    void isWrittenBesideTheInboxAndWaitsThere() {
        String clerk = people().named("titus", Role.CLERK).username();
        String subject = "Appel de Quelqu’un, sans dossier";
        try (Window window = chromium.desk(address()).signIn(clerk, "/inbox")) {
            Page page = window.page();
            french(window, "/inbox");
            link(page, "Écrire une note téléphonique").click();
            window.inspect("telephone-note-inbox-new");
            page.locator("#name").fill("Quelqu’un");
            page.locator("#subject").fill(subject);
            page.locator("#text").fill("Rappelle demain.");
            page.locator("#direction").selectOption("OUTGOING");
            send(page);
            assertThat(page.locator("#flash")).containsText("La note est conservée");
            await().atMost(READ).until(() -> window.inInbox(subject).count() == 1);
            window.inInbox(subject).click();
            assertThat(page.locator("#title")).hasValue(subject);
            window.inspect("telephone-note-inbox");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window phone = chromium.phone(address()).signIn(clerk, "/inbox")) {
            french(phone, "/inbox/telephone-notes/new");
            phone.inspect("telephone-note-inbox-new");
            assertThat(phone.complaints()).isEmpty();
        }
    }
}
