package io.liasse.caseapi.documents;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Samples;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people do with documents, in a real browser on the running program. */
class DocumentJourneyTest extends RunningLiasse {
    /** The most that reading a page may take on a busy machine, in milliseconds. */
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

    @Test
    @Tag("samples")
    void handsInReadsFilesByKeyboardAndFindsAScannedPage() {
        String title = "Bibliothèque " + word();
        String reference = openCase(title);
        try (Window window = chromium.desk(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            page.setInputFiles(
                    "#files", Samples.file("ocr-pages/typewritten-fr/fr-rapport-bnf-1984-15-20092-default.jpg"));
            becomes(page, "INBOX");
            window.inspect("upload");
            page.locator(".upload-open").first().click();

            assertPicture(page.locator(".sheet img").first());
            assertThat(page.locator(".facts")).containsText("French");
            window.inspect("inbox");
            window.keyboard().press("c");
            window.keyboard().type(title.substring(0, title.length() - 2));
            assertThat(page.locator("#case-suggestions [role=option]")).hasCount(1);
            window.keyboard().press("Enter");
            window.keyboard().press("Enter");
            assertThat(page.locator(".filed-note")).containsText(reference);
            window.inspect("inbox-filed");

            search(page, "périodiques " + reference, 1);
            assertThat(page.locator(".hit mark").first()).hasText("périodiques");
            window.inspect("search");
            page.locator(".hit-title a").first().click();
            assertThat(page.locator(".textLayer .highlight").first())
                    .containsText("périodiques", new LocatorAssertions.ContainsTextOptions().setTimeout(READ));
            assertThat(page.locator(".about")).containsText(reference);
            window.inspect("viewer");
            page.locator("a[href*='/text']").first().click();
            assertThat(page.locator(".text-page mark").first()).hasText("périodiques");
            window.inspect("viewer-text");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void handsInAndFilesWithoutScripts() {
        String title = "Sans script " + word();
        String reference = openCase(title);
        String content = word();
        try (Window window = chromium.withoutScripts(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            page.setInputFiles("#files", text("lettre.txt", "Madame, voici notre lettre au sujet de " + content));
            page.locator("#upload > button[type=submit]").click();
            assertThat(page.locator(".upload-name")).hasText("lettre.txt");
            page.locator(".upload-open").click();
            waitWithoutScripts(page);

            window.open(page.url().replace(address() + "/documents/", "/inbox?document="));
            page.locator("#looked").fill(title);
            page.locator(".case-look button").click();
            assertThat(page.locator("#case-options input")).isChecked();
            page.locator("#title").fill("Lettre " + content);
            page.locator("#file").click();
            assertThat(page.locator(".filed-note")).containsText(reference);
            page.locator(".filed-note a").click();
            assertThat(page.locator("h1")).hasText("Lettre " + content);
            assertThat(page.locator(".viewer-plain a").first()).isVisible();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void walksTheInboxByKeyboardAndOpensACase() {
        String name = word();
        try (Window window = chromium.desk(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            page.setInputFiles(
                    "#files",
                    IntStream.rangeClosed(1, 3)
                            .mapToObj(n -> text(name + n + ".txt", "Brief Nummer " + n + " ohne Referenz, " + name))
                            .toArray(FilePayload[]::new));
            assertThat(page.locator(".upload[data-state=INBOX]"))
                    .hasCount(3, new LocatorAssertions.HasCountOptions().setTimeout(READ));

            window.open("/inbox");
            String first =
                    page.locator(".inbox-row[aria-current] .inbox-row-title").innerText();
            window.keyboard().press("j");
            assertThat(page.locator(".inbox-row[aria-current] .inbox-row-title"))
                    .not()
                    .hasText(first);
            window.keyboard().press("k");
            assertThat(page.locator(".inbox-row[aria-current] .inbox-row-title"))
                    .hasText(first);
            window.keyboard().press("?");
            assertThat(page.locator("#inbox-keys")).isVisible();
            window.keyboard().press("Escape");
            window.inInbox(name + "2").click();
            assertThat(page.locator("#title")).hasValue(name + "2.txt");
            window.keyboard().press("n");
            window.keyboard().type("Neues Dossier " + name);
            window.keyboard().press("Enter");
            assertThat(page.locator(".filed-note")).containsText(name + "2.txt");
            assertThat(page.locator(".inbox-row", new Page.LocatorOptions().setHasText(name + "2")))
                    .hasCount(0);
            page.locator(".filed-note a").click();
            assertThat(page.locator(".about")).containsText("Neues Dossier " + name);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("samples")
    void saysWhyADocumentCannotBeReadAndOpensALockedOne() {
        try (Window window = chromium.desk(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            page.setInputFiles("#files", Samples.file("capture/pdf-encrypted/PasswordSample-128bit.pdf"));
            becomes(page, "NEEDS_PASSWORD");
            page.locator(".upload-open").first().click();
            assertThat(page.locator(".note-text")).containsText("password");
            window.inspect("inbox-locked");
            window.keyboard().press("r");
            window.keyboard().type("user");
            window.keyboard().press("Enter");
            assertThat(page.locator("#flash")).containsText("being read again");
            window.open("/upload");

            page.setInputFiles("#files", text("leer.pdf", ""));
            becomes(page, "FAILED");
            page.locator(".upload-open").first().click();
            assertThat(page.locator(".note-text")).containsText("empty");
            window.inspect("inbox-failed");
            window.keyboard().press("r");
            assertThat(page.locator("#flash")).containsText("being read again");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void takesDroppedFilesAndNarrowsASearchDown() {
        String rare = word();
        String reference = openCase("Suche " + rare);
        try (Window window = chromium.desk(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            drop(page, "Betreff " + reference + ".txt", "Rechnung über Logopädie " + rare);
            becomes(page, "FILED");
            assertThat(page.locator(".upload-open").first()).hasText("Open");

            search(page, rare, 2);
            page.locator(".facet-value", new Page.LocatorOptions().setHasText("Cases"))
                    .click();
            assertThat(page.locator(".hit")).hasCount(1);
            assertThat(page.locator(".hit-title a")).hasAttribute("href", "/cases/" + reference);
            page.locator(".facet-value[aria-current]").click();
            assertThat(page.locator(".hit")).hasCount(2);
            page.locator("#q").fill("gibtesnicht" + rare);
            assertThat(page.locator(".empty-state")).isVisible();
            window.inspect("search-empty");
            page.locator("#q").fill(reference);
            assertThat(page.locator(".hit-title a").first()).hasAttribute("href", "/cases/" + reference);
            window.open("/search?q=" + encoded("\"<script>alert(1)</script>"));
            assertThat(page.locator(".note-yellow")).isVisible();
            window.open("/search");
            window.inspect("search-blank");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void filesAgainFromTheViewer() {
        String rare = word();
        String first = openCase("Erstes " + rare);
        String second = openCase("Zweites " + rare);
        try (Window window = chromium.desk(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            page.setInputFiles("#files", text(first + ".txt", "Notiz " + rare));
            becomes(page, "FILED");
            page.locator(".upload-open").first().click();
            assertThat(page.locator(".whys")).containsText("in the file name");
            page.locator("details.side-part > summary").click();
            page.locator("#looked").fill("Zweites " + rare);
            page.locator("#case-suggestions [role=option]").click();
            assertThat(page.locator("#case-options input")).isChecked();
            page.locator("#type").selectOption("decision");
            page.locator("#filing button.btn-primary").click();
            assertThat(page.locator("#flash")).containsText(second);
            assertThat(page.locator(".about")).containsText("Decision");
            assertThat(page.locator(".history")).containsText("Document filed elsewhere");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void servesAPhoneAndTheFourLanguages() {
        String rare = word();
        String reference = openCase("Telefon " + rare);
        try (Window window = chromium.phone(address()).signIn(clerk(), "/upload")) {
            Page page = window.page();
            page.setInputFiles("#files", new FilePayload[] {
                text(reference + ".txt", "Appunti " + rare), text(rare + ".txt", "Senza riferimento " + rare)
            });
            assertThat(page.locator(".upload[data-state]"))
                    .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(READ));
            becomes(page.locator(".upload", new Page.LocatorOptions().setHasText(reference)), "FILED");
            becomes(page.locator(".upload", new Page.LocatorOptions().setHasText(rare + ".txt")), "INBOX");
            window.inspect("upload");
            search(page, rare, 3);
            window.inspect("search");
            page.locator(".hit-title a[href^='/documents/']").first().click();
            assertThat(page.locator(".textLayer").first()).isAttached();
            window.inspect("viewer");
            window.open("/inbox");
            assertThat(page.locator(".inbox-page")).isHidden();
            window.inspect("inbox");
            window.inInbox(rare).click();
            assertThat(page.locator(".inbox-page")).isVisible();
            window.inspect("inbox-document");
            for (String language : new String[] {"fr", "de", "it"}) {
                window.open("/inbox?lang=" + language);
                window.inspect("inbox-" + language);
            }
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static void becomes(Page page, String state) {
        becomes(page.locator(".upload").first(), state);
    }

    private static void becomes(Locator upload, String state) {
        assertThat(upload)
                .hasAttribute("data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(READ));
    }

    private static void assertPicture(Locator picture) {
        assertThat(picture).isVisible();
        picture.evaluate("image => image.decode()");
        assertThat((int) picture.evaluate("image => image.naturalWidth")).isGreaterThan(500);
    }

    /** The index follows the journal within a second; a question asked too early is asked again. */
    private void search(Page page, String query, int hits) {
        page.waitForCondition(
                () -> {
                    page.navigate(address() + "/search?q=" + encoded(query));
                    return page.locator(".hit").count() == hits;
                },
                new Page.WaitForConditionOptions().setTimeout(20_000));
    }

    private static void waitWithoutScripts(Page page) {
        page.waitForCondition(
                () -> {
                    page.reload();
                    return page.locator("#under-way").count() == 0;
                },
                new Page.WaitForConditionOptions().setTimeout(READ));
    }

    private static void drop(Page page, String name, String content) {
        page.evaluate("""
                ([name, content]) => {
                  const carried = new DataTransfer();
                  carried.items.add(new File([content], name, { type: "text/plain" }));
                  for (const kind of ["dragenter", "dragover", "drop"]) {
                    document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
                  }
                }""", new Object[] {name, content});
    }

    private String clerk() {
        return people().named("claire", Role.CLERK, Role.CASE_MANAGER, Role.SUPERVISOR)
                .username();
    }

    private String openCase(String title) {
        return admin().post("/api/v1/cases", "{\"type\":\"case-management\",\"title\":\"%s\"}".formatted(title))
                .text("reference");
    }

    private static FilePayload text(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
