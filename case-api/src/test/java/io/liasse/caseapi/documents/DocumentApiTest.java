package io.liasse.caseapi.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Browser;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Samples;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.document.DocumentId;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class DocumentApiTest extends RunningLiasse {
    private static final Duration READ = Duration.ofMinutes(5);

    @Autowired
    private Journal journal;

    @Test
    @Tag("samples")
    void readsFilesAndFindsAScannedLetter() throws Exception {
        Path scan = Samples.file("ocr-pages/office-en/en-letter-scan.jpg");
        String reference = open("A letter");
        Answer posted = admin().upload(
                        "/api/v1/documents",
                        scan,
                        "image/jpeg",
                        Map.of("case", reference, "type", "letter", "title", "The letter", "date", "2026-03-31"));
        assertThat(posted.status()).as(posted.toString()).isEqualTo(202);
        assertThat(posted.text("state")).isEqualTo("RECEIVED");
        String path = posted.header("Location");
        assertThat(path).isEqualTo("/api/v1/documents/" + posted.text("id"));

        assertThat(admin().get(path + "/events").text()).contains("event:state").contains("\"FILED\"");
        JsonNode document = admin().get(path).json();
        assertThat(document.get("state").asString()).isEqualTo("FILED");
        assertThat(document.get("case").asString()).isEqualTo(reference);
        assertThat(document.get("type").asString()).isEqualTo("letter");
        assertThat(document.get("title").asString()).isEqualTo("The letter");
        assertThat(document.get("date").asString()).isEqualTo("2026-03-31");
        assertThat(document.get("mediaType").asString()).isEqualTo("image/jpeg");
        assertThat(document.get("pages").asInt()).isEqualTo(1);
        assertThat(document.get("channel").asString()).isEqualTo("REST");
        assertThat(document.get("confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(document.propertyNames())
                .contains("id", "item", "language", "size", "sha256", "receivedAt", "readAt", "filedAt")
                .contains("fields", "candidates", "parts", "reason");

        servesWhatItMadeOf(path);
        keepsTheOriginal(path, scan, document);
        isFoundByAWordOfItsPicture(path, posted.text("id"), reference);
    }

    private void servesWhatItMadeOf(String path) {
        Answer pdf = admin().get(path + "/pdf");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).startsWith("inline").contains("en-letter-scan.pdf");
        assertThat(pdf.text()).startsWith("%PDF");
        Answer page = admin().get(path + "/pages/1.png");
        assertThat(page.header("Content-Type")).isIn("image/png", "image/jpeg");
        assertThat(admin().get(path + "/thumbnail").header("Content-Type")).startsWith("image/");
        assertThat(admin().get(path + "/pages/2.png").status()).isEqualTo(404);
        assertThat(admin().get(path + "/pages/0.png").status()).isEqualTo(404);
        Answer alto = admin().get(path + "/alto");
        assertThat(alto.text()).contains("<alto");
        assertThat(alto.header("Content-Disposition")).startsWith("attachment");
        Answer text = admin().get(path + "/text");
        assertThat(text.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(text.text()).hasSizeGreaterThan(200);
    }

    private void keepsTheOriginal(String path, Path scan, JsonNode document) throws Exception {
        byte[] bytes = Files.readAllBytes(scan);
        Answer original = admin().get(path + "/original");
        assertThat(original.bytes()).isEqualTo(bytes);
        assertThat(original.header("ETag"))
                .isEqualTo("\"" + document.get("sha256").asString() + "\"");
        assertThat(original.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(admin().with("If-None-Match", original.header("ETag"))
                        .get(path + "/original")
                        .status())
                .isEqualTo(304);
        servesRanges(path + "/original", bytes, original.header("ETag"));
    }

    private void servesRanges(String path, byte[] bytes, String tag) {
        Answer part = admin().with("Range", "bytes=100-199").get(path);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + bytes.length);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(bytes, 100, 200));
        Answer tail = admin().with("Range", "bytes=-50").get(path);
        assertThat(tail.bytes()).isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 50, bytes.length));
        Answer outside = admin().with("Range", "bytes=" + bytes.length + "-").get(path);
        assertThat(outside.status()).isEqualTo(416);
        assertThat(outside.header("Content-Range")).isEqualTo("bytes */" + bytes.length);
        assertThat(admin().with("Range", "bytes=0-9")
                        .with("If-Range", tag)
                        .get(path)
                        .status())
                .isEqualTo(206);
        assertThat(admin().with("Range", "bytes=0-9")
                        .with("If-Range", "\"other\"")
                        .get(path)
                        .status())
                .isEqualTo(200);
    }

    /** The longest word that stands in the text; no file name or title has it. */
    private void isFoundByAWordOfItsPicture(String path, String id, String reference) {
        String word = List.of(admin().get(path + "/text").text().split("[^\\p{L}]+")).stream()
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode found = admin().get("/api/v1/search?q=" + word + "&case=" + reference)
                    .json();
            assertThat(found.get("total").asLong()).isEqualTo(1);
            assertThat(found.at("/hits/0/id").asString()).isEqualTo(id);
            assertThat(found.at("/hits/0/page").asInt()).isEqualTo(1);
            assertThat(found.at("/hits/0/case").asString()).isEqualTo(reference);
            assertThat(found.at("/hits/0/snippet").asString()).contains("<mark>");
            assertThat(found.propertyNames()).contains("tookMs", "facets", "didYouMean", "next");
        });
    }

    @Test
    void takesADocumentOnceForOneKey() {
        Caller caller = admin().with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = caller.upload("/api/v1/documents", text("once.txt", "Only once"));
        Answer again = caller.upload("/api/v1/documents", text("once.txt", "Only once"));
        assertThat(first.status()).as(first.toString()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(as(Role.CLERK)
                        .with("Idempotency-Key", UUID.randomUUID().toString())
                        .upload("/api/v1/documents", text("once.txt", "Only once"))
                        .text("id"))
                .isNotEqualTo(first.text("id"));
    }

    @Test
    void keepsWhatItCannotRead() {
        Answer posted = admin().upload(
                        "/api/v1/documents", Multipart.of("empty.pdf", new byte[0], "application/pdf", Map.of()));
        assertThat(posted.status()).as(posted.toString()).isEqualTo(202);
        JsonNode document = awaitFinal(admin(), posted.text("id"));
        assertThat(document.get("state").asString()).isEqualTo("FAILED");
        assertThat(document.get("reason").asString()).startsWith("empty");
        assertThat(admin().get(posted.header("Location") + "/original").status())
                .isEqualTo(200);
        assertThat(admin().post(posted.header("Location") + "/retry", "").status())
                .isEqualTo(202);
    }

    @Test
    void readsALockedFileWithThePasswordItIsGiven() throws IOException {
        Answer posted = admin().upload(
                        "/api/v1/documents",
                        Multipart.of("locked.pdf", LockedPdf.with("right"), "application/pdf", Map.of()));
        String path = posted.header("Location");
        JsonNode locked = awaitFinal(admin(), posted.text("id"));
        assertThat(locked.get("state").asString()).isEqualTo("NEEDS_PASSWORD");
        assertThat(locked.get("reason").asString()).isEqualTo("needs-password");

        assertThat(admin().post(path + "/retry", "{\"password\": \"wrong\"}").status())
                .isEqualTo(202);
        JsonNode still = awaitFinal(admin(), posted.text("id"));
        assertThat(still.get("state").asString()).isEqualTo("NEEDS_PASSWORD");
        assertThat(still.get("reason").asString()).isEqualTo("wrong-password");

        Answer again = admin().post(path + "/retry", "{\"password\": \"right\"}");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text()).doesNotContain("right");
        assertThat(awaitFinal(admin(), posted.text("id")).get("state").asString())
                .isEqualTo("INBOX");
        assertThat(admin().get(path + "/text").text()).contains("nobody without the password");
    }

    @Test
    void callsFieldsOfTheOrganisationByTheirTitleInTheLanguageOfTheRequest() throws IOException {
        Path folder = Files.createDirectories(home().resolve("fields"));
        Files.writeString(folder.resolve("allotments.json"), """
                {"fields": [{"name": "allotment", "kind": "code", "labels": {"de": ["Gartenparzelle"]},
                  "title": {"de": "Nummer des Gartens", "fr": "Numéro du jardin", "en": "Number of the garden"}}]}
                """);
        Answer posted = admin().upload(
                        "/api/v1/documents",
                        text("garden.txt", "Sehr geehrte Damen und Herren\nGartenparzelle: A4711\nDatum: 12.03.2026"));
        awaitFinal(admin(), posted.text("id"));
        String path = posted.header("Location");

        assertThat(title(path, "allotment", "fr")).isEqualTo("Numéro du jardin");
        assertThat(title(path, "allotment", "it")).isEqualTo("Number of the garden");
        assertThat(title(path, "date", "de")).isEqualTo("Datum");
        Browser browser = browser();
        browser.signIn("admin", PASSWORD);
        for (String page : List.of("/documents/" + posted.text("id"), "/inbox?document=" + posted.text("id"))) {
            assertThat(browser.get(page + (page.contains("?") ? "&" : "?") + "lang=de")
                            .text())
                    .as(page)
                    .contains("Nummer des Gartens")
                    .doesNotContain(">allotment<");
        }
    }

    private String title(String path, String field, String language) {
        JsonNode document = admin().get(path + "?lang=" + language).json();
        return document.get("fields").values().stream()
                .filter(each -> each.get("name").asString().equals(field))
                .findFirst()
                .orElseThrow()
                .get("title")
                .asString();
    }

    @Test
    void letsNoBrowserRunWhatWasPosted() {
        for (String type : new String[] {"text/html", "image/svg+xml", "application/xhtml+xml", "text/xml"}) {
            Answer posted = admin().upload(
                            "/api/v1/documents",
                            Multipart.of(
                                    "evil.html",
                                    "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                                    type,
                                    Map.of()));
            Answer original = admin().get(posted.header("Location") + "/original");
            assertThat(original.status()).isEqualTo(200);
            assertThat(original.header("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(original.header("Content-Disposition")).startsWith("attachment");
            assertThat(original.header("Content-Security-Policy")).contains("sandbox");
            assertThat(original.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void namesFilesInAnyScript() {
        Answer posted = admin().upload("/api/v1/documents", text("../../Müller „Größe“.txt", "Grüezi"));
        assertThat(posted.status()).as(posted.toString()).isEqualTo(202);
        assertThat(admin().get(posted.header("Location")).text("name")).isEqualTo("Müller „Größe“.txt");
        assertThat(admin().get(posted.header("Location") + "/original").header("Content-Disposition"))
                .contains("filename*=UTF-8''M%C3%BCller%20");
    }

    @Test
    void filesByHandAndRefilesAndTellsBoth() {
        String id = admin().upload("/api/v1/documents", text("loose.txt", "Nothing leads anywhere"))
                .text("id");
        JsonNode waiting = awaitFinal(admin(), id);
        assertThat(waiting.get("state").asString()).isEqualTo("INBOX");
        String first = open("First");
        String second = open("Second");
        String path = "/api/v1/documents/" + id + "/file";
        Answer filed =
                admin().post(path, "{\"case\": \"" + first + "\", \"type\": \"contract\", \"title\": \"Named\"}");
        assertThat(filed.status()).as(filed.toString()).isEqualTo(200);
        assertThat(filed.text("case")).isEqualTo(first);
        assertThat(filed.text("state")).isEqualTo("FILED");
        assertThat(filed.text("title")).isEqualTo("Named");
        assertThat(admin().with("If-Match", "\"999999\"")
                        .post(path, "{\"case\": \"" + second + "\"}")
                        .status())
                .isEqualTo(412);
        assertThat(admin().post(path, "{\"case\": \"" + second + "\"}").text("case"))
                .isEqualTo(second);
        assertThat(admin().post(path, "{\"case\": \"2026-999999-1\"}").status()).isEqualTo(400);
        assertThat(admin().get("/api/v1/cases/" + second + "/documents").text()).contains(id);
        assertThat(admin().get("/api/v1/cases/" + first + "/documents").text()).doesNotContain(id);
        assertThat(admin().get("/api/v1/documents?case=" + second).text()).contains(id);
    }

    @Test
    void notesInTheJournalWhoOpenedIt() {
        String id = admin().upload("/api/v1/documents", text("read.txt", "Somebody reads this"))
                .text("id");
        admin().get("/api/v1/documents/" + id + "/original");
        await().untilAsserted(() -> assertThat(journal.ofDocument(DocumentId.of(id), PageRequest.first(100))
                        .items())
                .anyMatch(entry -> entry.action() == Action.DOCUMENT_OPENED
                        && people().admin().user().equals(entry.actor().user())));
    }

    @Test
    void tellsWhomPostedItHowFarItHasComeEvenWhenTheyMayNotSeeItAnyMore() {
        Caller program = as(Role.EXTERNAL_SYSTEM);
        String reference = open("Not for programs");
        Answer posted = program.upload(
                "/api/v1/documents",
                Multipart.of("for-case.txt", "Text".getBytes(StandardCharsets.UTF_8), "text/plain", Map.of()));
        String id = posted.text("id");
        awaitFinal(program, id);
        assertThat(admin().post("/api/v1/documents/" + id + "/file", "{\"case\": \"" + reference + "\"}")
                        .status())
                .isEqualTo(200);
        Answer standing = program.get("/api/v1/documents/" + id);
        assertThat(standing.text("state")).isEqualTo("FILED");
        assertThat(standing.text()).doesNotContain(reference).doesNotContain("for-case");
        assertThat(program.get("/api/v1/documents/" + id + "/original").status())
                .isEqualTo(404);
        assertThat(program.get("/api/v1/documents/" + id + "/events").text()).contains("FILED");
    }

    @Test
    void keepsALedgerOfWhatWasReceived() {
        Answer posted = admin().upload("/api/v1/documents", text("ledger.txt", "One line"));
        Answer item = admin().get("/api/v1/items/" + posted.text("item"));
        assertThat(item.text("name")).isEqualTo("ledger.txt");
        assertThat(item.text("channel")).isEqualTo("REST");
        assertThat(admin().get("/api/v1/items?channel=REST&limit=200").text()).contains(posted.text("item"));
        assertThat(as(Role.EXTERNAL_SYSTEM)
                        .get("/api/v1/items/" + posted.text("item"))
                        .status())
                .isEqualTo(404);
    }

    private String open(String title) {
        return admin().post("/api/v1/cases", "{\"title\": \"" + title + "\"}").text("reference");
    }

    private static Multipart text(String name, String content) {
        return Multipart.of(name, content.getBytes(StandardCharsets.UTF_8), "text/plain", Map.of());
    }

    private static JsonNode awaitFinal(Caller caller, String id) {
        return await().atMost(READ)
                .until(
                        () -> caller.get("/api/v1/documents/" + id).json(),
                        document -> !List.of("RECEIVED", "READING")
                                .contains(document.get("state").asString()));
    }
}
