package io.liasse.caseapi.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A clerk's day in the inbox, by keyboard. */
class InboxDayJourneyTest extends RunningLiasse {
    private static final String SHOWN = ".inbox-row[aria-current]";

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
    void choosesACaseByAPersonOfItWithoutTheMouse() {
        String word = word();
        String party = admin().post("/api/v1/parties", "{\"kind\":\"PERSON\",\"name\":\"Brunner %s\"}".formatted(word))
                .text("id");
        String reference = admin().post(
                        "/api/v1/cases",
                        "{\"type\":\"case-management\",\"title\":\"Rente\",\"parties\":[{\"id\":\"%s\",\"role\":\"client\"}]}"
                                .formatted(party))
                .text("reference");
        String id = waiting("Brief " + word, "Ein Brief ohne Angabe");
        try (Window window = chromium.desk(address()).signIn(clerk(), "/inbox?document=" + id)) {
            Page page = window.page();
            window.keyboard().press("c");
            window.keyboard().type("brun " + word);
            assertThat(page.locator("#case-suggestions [role=option]")).hasCount(1);
            window.inspect("inbox-suggestions");
            window.keyboard().press("ArrowDown");
            window.keyboard().press("Enter");
            assertThat(page.locator("#case-options input")).isFocused();
            window.keyboard().press("Enter");
            assertThat(page.locator(".filed-note")).containsText(reference);
            assertThat(admin().get("/api/v1/documents/" + id).text("state")).isEqualTo("FILED");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void opensACaseForTheReadPersonWhoIsKnownAlready() {
        String word = word();
        String number = insuredNumber();
        admin().post(
                        "/api/v1/parties",
                        "{\"kind\":\"PERSON\",\"name\":\"Bühler %s\",\"birthDate\":\"1971-04-12\"}".formatted(word));
        String id = waiting("Antrag " + word, "Antrag von Frau Anna Muster, Versichertennummer " + number);
        try (Window window = chromium.desk(address()).signIn(clerk(), "/inbox?document=" + id)) {
            Page page = window.page();
            window.keyboard().press("n");
            page.locator("#new-case-title").fill("Neuer Fall " + word);
            page.locator("[name='party.choice'][value=new]").check();
            assertThat(page.locator("#party-identifier")).hasValue(number);
            page.locator("#party-name").fill("Buehler " + word);
            assertThat(page.locator("#duplicates .duplicate")).containsText("Bühler " + word);
            assertThat(page.locator("#duplicates .duplicate .tag")).hasText("similar name");
            window.inspect("inbox-new-case");
            page.locator("#new-case-title").press("Enter");
            assertThat(page.locator(".filed-note")).containsText("is filed in");
            assertThat(admin().get("/api/v1/documents/" + id).text("state")).isEqualTo("FILED");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window phone = chromium.phone(address())
                .signIn(clerk(), "/inbox?document=" + waiting("Noch ein Antrag " + word, "Antrag"))) {
            phone.page().locator("#new-case > summary").click();
            phone.inspect("inbox-new-case");
        }
    }

    @Test
    void takesOutHandsOnAndTakesEachStepBackByOneKey() {
        String word = word();
        String id = waiting("Werbung " + word, "Prospekt");
        String anna = people().named("anna-colleague", Role.CLERK).username();
        try (Window window = chromium.desk(address()).signIn(clerk(), "/inbox?document=" + id)) {
            Page page = window.page();
            window.keyboard().press("x");
            page.locator("#not-ours-why").selectOption("ADVERTISING");
            window.inspect("inbox-not-ours");
            window.keyboard().press("Enter");
            assertThat(page.locator("#flash")).containsText("marked as not ours");
            assertThat(standing(id)).contains("NOT_OURS", "not-ours-advertising");
            window.open("/inbox?show=not-ours");
            page.locator(".inbox-row", new Page.LocatorOptions().setHasText(word))
                    .click();
            assertThat(page.locator("#take-back")).isVisible();
            window.inspect("inbox-list-not-ours");
            page.locator("#take-back").click();
            assertThat(page.locator("#flash")).containsText("waits in the inbox again");
            assertThat(standing(id)).contains("INBOX", "no-evidence");

            window.keyboard().press("x");
            page.locator("#not-ours-why").press("Enter");
            assertThat(page.locator("#flash")).containsText("marked as not ours");
            window.keyboard().press("u");
            assertThat(page.locator("#flash")).containsText("waits in the inbox again");

            window.keyboard().press("h");
            window.keyboard().type("anna-coll");
            assertThat(page.locator("#colleagues [role=option]")).hasCount(1);
            window.keyboard().press("Enter");
            assertThat(page.locator("#hand-on-to")).hasValue(anna);
            window.keyboard().press("Tab");
            window.keyboard().type("Bitte ansehen");
            window.inspect("inbox-hand-on");
            window.keyboard().press("Enter");
            assertThat(page.locator("#flash")).containsText("is handed on");
            assertThat(window.complaints()).isEmpty();
        }
        try (Window hers = chromium.desk(address()).signIn(anna, "/inbox?show=mine")) {
            assertThat(hers.page().locator(".inbox-row")).containsText(word);
            assertThat(hers.page().locator(".inbox-row .tag-blue")).hasText("for you");
            assertThat(hers.page().locator("#handed")).containsText("Bitte ansehen");
            hers.inspect("inbox-handed");
            assertThat(hers.complaints()).isEmpty();
        }
    }

    @Test
    void filesAndTakesItBackAlthoughTheCaseIsNotTheClerks() {
        String word = word();
        String reference = admin().post(
                        "/api/v1/cases", "{\"type\":\"case-management\",\"title\":\"Fall %s\"}".formatted(word))
                .text("reference");
        String id = waiting("Schreiben " + word, "Ein Schreiben");
        String clerk = people().named("only-clerk", Role.CLERK).username();
        try (Window window = chromium.desk(address()).signIn(clerk, "/inbox?document=" + id)) {
            Page page = window.page();
            window.keyboard().press("c");
            window.keyboard().type(word);
            assertThat(page.locator("#case-suggestions [role=option]")).hasCount(1);
            window.keyboard().press("Enter");
            window.keyboard().press("Enter");
            assertThat(page.locator(".filed-note")).containsText(reference);
            window.keyboard().press("u");
            assertThat(page.locator("#flash")).containsText("waits in the inbox again");
            assertThat(standing(id)).contains("INBOX");
            assertThat(admin().get("/api/v1/cases/" + reference + "/timeline").text())
                    .contains("FILING_UNDONE");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void twoClerksDoNotTakeTheSameDocument() {
        String word = word();
        String first = waiting("Erstes " + word, "Ein Blatt");
        waiting("Zweites " + word, "Noch ein Blatt");
        String anna = people().named("anna-first", Role.CLERK).username();
        String beat = people().named("beat-second", Role.CLERK).username();
        try (Window hers = chromium.desk(address()).signIn(anna, "/inbox?document=" + first);
                Window his = chromium.desk(address()).signIn(beat, "/inbox")) {
            assertThat(his.page().locator(SHOWN)).isVisible();
            his.open("/inbox?document=" + first);
            assertThat(his.page().locator("#claimed")).containsText("Test anna-first is working on it");
            his.inspect("inbox-claimed");
            hers.open("/inbox");
            his.open("/inbox");
            String shownToHer = hers.page().locator(SHOWN).getAttribute("href");
            assertThat(his.page().locator(SHOWN).getAttribute("href")).isNotEqualTo(shownToHer);
            assertThat(his.complaints()).isEmpty();
        }
    }

    @Test
    void takesAValueFromTheWordsOfThePageByMouseAndByKeyboard() throws IOException {
        String word = word();
        String reference = admin().post(
                        "/api/v1/cases", "{\"type\":\"case-management\",\"title\":\"Wort %s\"}".formatted(word))
                .text("reference");
        byte[] letter = pdf("Datum: 03.03.2026", "Anders am 17.04.2026", "Ende " + word);
        String id =
                waiting(word, Multipart.of("letter.pdf", letter, "application/pdf", Map.of("title", "Wort " + word)));
        try (Window window = chromium.desk(address()).signIn(clerk(), "/inbox?document=" + id)) {
            Page page = window.page();
            Locator date = page.locator("[data-field$=date]").first();
            String name = date.getAttribute("data-field");
            date.focus();
            click(page, id, "17.04.2026");
            assertThat(date).hasValue("2026-04-17");
            assertThat(page.locator("[data-read-note='" + name + "']")).containsText("read as: 2026-03-03");
            assertThat(date).isFocused();
            window.inspect("inbox-words");
            date.press("F2");
            assertThat(page.locator("#words-said")).hasText("17.04.2026");
            date.press("ArrowUp");
            assertThat(page.locator("#words-said")).not().hasText("17.04.2026");
            date.press("Escape");
            assertThat(date).hasValue("2026-04-17");
            page.locator("#looked").fill("Wort " + word);
            page.locator("#looked").press("Enter");
            assertThat(page.locator("#case-options input")).isFocused();
            window.keyboard().press("Enter");
            assertThat(page.locator(".filed-note")).containsText(reference);
            assertThat(standing(id)).contains("2026-04-17");
            window.keyboard().press("u");
            assertThat(page.locator("[data-field='" + name + "']")).hasValue("2026-04-17");
            assertThat(page.locator("[data-read-note='" + name + "']")).containsText("read as: 2026-03-03");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void showsOnThePageWhatSpeaksForACase() throws IOException {
        String word = word();
        String number = "K-%06d".formatted(100_000 + (int) (Math.random() * 900_000));
        String party =
                admin().post("/api/v1/parties", """
                        {"kind":"PERSON","name":"Zurbriggen %s","identifiers":[{"scheme":"policy","value":"%s"}]}
                        """.formatted(word, number)).text("id");
        String reference =
                admin().post("/api/v1/cases", """
                        {"type":"complaint","title":"Police %s","parties":[{"id":"%s","role":"client"}]}
                        """.formatted(word, party)).text("reference");
        byte[] letter = pdf("Ihre Anfrage vom Dienstag", "Police " + number, "Freundliche Grüsse");
        String id = waiting(
                word, Multipart.of("letter.pdf", letter, "application/pdf", Map.of("title", "Anfrage " + word)));
        try (Window window = chromium.desk(address()).signIn(clerk(), "/inbox?document=" + id)) {
            Locator why = window.page()
                    .locator(".case-choice", new Page.LocatorOptions().setHasText(reference))
                    .locator(".case-why");
            assertThat(why).containsText(number);
            why.locator("a[data-evidence]").first().click();
            Locator mark = window.page().locator(".evidence-mark");
            assertThat(mark).hasCount(1);
            window.page().waitForCondition(() -> {
                BoundingBox over = mark.boundingBox();
                return over != null && over.width > 20;
            });
            window.inspect("inbox-evidence");
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static void click(Page page, String id, String text) {
        Object found = page.evaluate("""
                async ([id, text]) => {
                  const answer = await fetch(`/api/v1/documents/${id}/pages/1/words`);
                  const word = (await answer.json()).words.find((each) => each.text === text).places[0];
                  const sheet = document.querySelector(".sheet").getBoundingClientRect();
                  return [sheet.x + (word.x + word.width / 2) * sheet.width, sheet.y + (word.y + word.height / 2) * sheet.height];
                }""", List.of(id, text));
        List<?> point = (List<?>) found;
        page.mouse().click(((Number) point.get(0)).doubleValue(), ((Number) point.get(1)).doubleValue());
    }

    private static byte[] pdf(String... lines) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                pen.setLeading(40);
                pen.newLineAtOffset(80, 760);
                for (String line : lines) {
                    pen.showText(line);
                    pen.newLine();
                }
                pen.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private String standing(String id) {
        return admin().get("/api/v1/documents/" + id).text();
    }

    /** A document that no evidence files. */
    private String waiting(String title, String text) {
        byte[] content = (text + " " + title).getBytes(StandardCharsets.UTF_8);
        return waiting(title, Multipart.of(title + ".txt", content, "text/plain", Map.of("title", title)));
    }

    private String waiting(String title, Multipart form) {
        String id = admin().upload("/api/v1/documents", form).text("id");
        Awaitility.await(title)
                .atMost(2, TimeUnit.MINUTES)
                .until(() ->
                        "INBOX".equals(admin().get("/api/v1/documents/" + id).text("state")));
        return id;
    }

    private String clerk() {
        return people().named("claire", Role.CLERK, Role.CASE_MANAGER, Role.SUPERVISOR)
                .username();
    }

    /** One that its check digit proves, and that no other test gives anybody. */
    private static String insuredNumber() {
        String digits = "7561%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        int sum = IntStream.range(0, digits.length())
                .map(place -> (digits.charAt(place) - '0') * (place % 2 == 0 ? 1 : 3))
                .sum();
        String whole = digits + (10 - sum % 10) % 10;
        return whole.replaceFirst("(...)(....)(....)(..)", "$1.$2.$3.$4");
    }

    /** Letters only, so that it is one word everywhere. */
    private static String word() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 8)
                .chars()
                .map(each -> 'a' + Character.digit(each, 16))
                .collect(() -> new StringBuilder("tag"), StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
