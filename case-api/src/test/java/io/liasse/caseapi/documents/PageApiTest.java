package io.liasse.caseapi.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Browser;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PageApiTest extends RunningLiasse {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void whatOneSeesIsWhatOneGets() throws IOException {
        String word = word();
        byte[] sent = Letters.pdf(word + "alpha", word + "beta", word + "gamma");
        String at = received(sent);
        Answer before = admin().get(at);
        String tag = before.header("ETag");
        await().atMost(SOON).until(() -> pageOf(word + "gamma", at) == 3);
        assertThat(pageOf(word + "beta", at)).isEqualTo(2);

        assertThat(ordered(at + "/pages", "{\"order\":[3,1],\"degrees\":{\"1\":90}}", tag))
                .isEqualTo("RECEIVED");
        settled(at);
        assertThat(admin().get(at + "/original").bytes()).isEqualTo(sent);
        assertThat(admin().get(at).json().get("pages").asInt()).isEqualTo(2);
        assertThat(admin().get(at + "/text").text().split("\f")[0]).contains("gamma");
        assertThat(rotations(admin().get(at + "/pdf").bytes())).containsExactly(0, 90);
        assertThat(admin().get(at + "/pages/2.png").status()).isEqualTo(200);
        assertThat(admin().get(at + "/pages/3.png").status()).isEqualTo(404);
        assertThat(admin().get(at + "/alto").text()).contains("gamma").doesNotContain("beta");
        await().atMost(SOON).until(() -> pageOf(word + "gamma", at) == 1);
        assertThat(pageOf(word + "alpha", at)).isEqualTo(2);
        assertThat(pageOf(word + "beta", at)).isZero();

        JsonNode versions = admin().get(at + "/versions").json().get("items");
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).get("pages").asInt()).isEqualTo(3);
        assertThat(versions.get(0).get("sha256")).isEqualTo(before.json().get("sha256"));
        assertThat(versions.get(1).get("current").asBoolean()).isTrue();
        assertThat(rotations(admin().get(at + "/versions/1/pdf").bytes())).containsExactly(0, 0, 0);
        assertThat(admin().get(at + "/versions/3/pdf").status()).isEqualTo(404);
        assertThat(admin().get(at + "/versions/1/pages/3.png").bytes()).isNotEmpty();
        assertThat(admin().get(at + "/versions/2/pages/3.png").status()).isEqualTo(404);

        JsonNode changes = admin().get(at + "/versions/2/changes").json();
        assertThat(changes.get("since").asInt()).isEqualTo(1);
        assertThat(changes.get("unchanged").asInt()).isZero();
        assertThat(changes.get("changes").toString())
                .isEqualTo("[{\"before\":3,\"after\":1,\"turned\":0,\"moved\":true},"
                        + "{\"before\":1,\"after\":2,\"turned\":90,\"moved\":false},"
                        + "{\"before\":2,\"after\":null,\"turned\":0,\"moved\":false}]");
        assertThat(admin().get(at + "/versions/1/changes?since=2").json().get("changes"))
                .hasSize(2);
        assertThat(admin().get(at + "/versions/1/changes")
                        .json()
                        .get("unchanged")
                        .asInt())
                .isEqualTo(3);
        assertThat(admin().get(at + "/versions/3/changes").status()).isEqualTo(404);
        assertThat(admin().get(at + "/versions/2/changes?since=7").status()).isEqualTo(400);
        assertThat(admin().get(at + "/versions/2/changes?since=x").status()).isEqualTo(400);

        assertThat(admin().post(at + "/versions/1/restore", "{}").status()).isEqualTo(200);
        assertThat(admin().get(at).json().get("pages").asInt()).isEqualTo(3);
        await().atMost(SOON).until(() -> pageOf(word + "beta", at) == 2);
    }

    @Test
    void splitsAndMergesAndTellsBothWays() throws IOException {
        String at = received(Letters.pdf("alpha", "beta", "gamma"));
        assertThat(ordered(at + "/split", "{\"at\":[2]}", "*")).isEqualTo("RECEIVED");
        settled(at);
        JsonNode made = admin().get(at).json().get("made");
        assertThat(made).hasSize(2);
        String first = "/api/v1/documents/" + made.get(0).get("id").asString();
        String second = made.get(1).get("id").asString();
        assertThat(admin().get(first)
                        .json()
                        .get("sources")
                        .get(0)
                        .get("document")
                        .asString())
                .isEqualTo(id(at));
        assertThat(ordered(first + "/merge", "{\"with\":[\"%s\"]}".formatted(second), "*"))
                .isEqualTo("RECEIVED");
        settled(first);
        JsonNode whole = admin().get("/api/v1/documents/" + second).json().get("made");
        assertThat(whole).hasSize(1);
        assertThat(admin().get("/api/v1/documents/" + whole.get(0).get("id").asString() + "/text")
                        .text())
                .contains("alpha", "gamma");
    }

    @Test
    @Tag("samples")
    void leavesASignedFileAsItIsAndSaysForWhatTheSignatureHolds() throws IOException {
        byte[] signed = Files.readAllBytes(Samples.file("capture/pdf-signed/signed.pdf"));
        String at = received(signed);
        JsonNode signatures = admin().get(at).json().get("signatures");
        assertThat(signatures).isNotEmpty();
        ordered(at + "/rotate", "{\"pages\":[1],\"degrees\":90}", "*");
        settled(at);
        assertThat(admin().get(at + "/original").bytes()).isEqualTo(signed);
        assertThat(admin().get(at).json().get("signatures")).isEqualTo(signatures);
        try (PDDocument shown = Loader.loadPDF(admin().get(at + "/pdf").bytes())) {
            assertThat(shown.getSignatureDictionaries()).isEmpty();
            assertThat(shown.getPage(0).getRotation()).isEqualTo(90);
        }
        Browser browser = browser();
        browser.signIn("admin", PASSWORD);
        assertThat(browser.get("/documents/" + id(at)).text())
                .contains("The signature holds for the original only, not for the pages as they are shown.");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        String at = received(Letters.pdf("alpha", "beta"));
        refused(at + "/rotate", "{\"pages\":[0],\"degrees\":90}", 400, "pages");
        refused(at + "/rotate", "{\"pages\":[3],\"degrees\":90}", 400, "pages");
        refused(at + "/rotate", "{\"pages\":[1,1],\"degrees\":90}", 400, "pages");
        refused(at + "/rotate", "{\"pages\":[1],\"degrees\":30}", 400, "degrees");
        refused(at + "/rotate", "{\"pages\":[1]}", 400, "degrees");
        refused(at + "/rotate", "{\"degrees\":90}", 400, "pages");
        refused(at + "/rotate", "{\"pages\":[null],\"degrees\":90}", 400, "pages");
        refused(at + "/pages", "{\"order\":[]}", 400, "order");
        refused(at + "/pages", "{\"order\":[1,1]}", 400, "order");
        refused(at + "/pages", "{\"order\":[1,2]}", 400, "order");
        refused(at + "/pages", "{\"order\":[1,3]}", 400, "order");
        refused(at + "/pages", "{}", 400, "order");
        refused(at + "/pages", "{\"order\":\"x\"}", 400, "order");
        refused(at + "/split", "{\"at\":[1]}", 400, "at");
        refused(at + "/split", "{\"at\":[3]}", 400, "at");
        refused(at + "/split", "{}", 400, "at");
        refused(at + "/merge", "{}", 400, "with");
        refused(at + "/merge", "{\"with\":[]}", 400, "with");
        refused(at + "/merge", "{\"with\":[\"%s\"]}".formatted(id(at)), 400, "with");
        refused(at + "/merge", "{\"with\":[\"0198c0de-0000-7000-8000-000000000000\"]}", 400, "with");
        assertThat(admin().with("If-Match", "\"1\"")
                        .post(at + "/pages", "{\"order\":[2,1]}")
                        .status())
                .isEqualTo(412);
        String nothing = "/api/v1/documents/0198c0de-0000-7000-8000-000000000000";
        assertThat(admin().post(nothing + "/rotate", "{\"pages\":[1],\"degrees\":90}")
                        .status())
                .isEqualTo(404);
        ordered(at + "/rotate", "{\"pages\":[1],\"degrees\":270}", "*");
        assertThat(admin().post(at + "/pages", "{\"order\":[2]}").status()).isIn(409, 202);
        settled(at);
    }

    private void refused(String path, String body, int status, String field) {
        Answer answer = admin().post(path, body);
        assertThat(answer.status()).as(body).isEqualTo(status);
        assertThat(answer.json().at("/errors/0/field").asString()).as(body).isEqualTo(field);
    }

    private String ordered(String path, String body, String tag) {
        Answer answer = admin().with("If-Match", tag).post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.text("state");
    }

    private String received(byte[] pdf) {
        Answer receipt =
                admin().upload("/api/v1/documents", Multipart.of("letters.pdf", pdf, "application/pdf", Map.of()));
        String at = "/api/v1/documents/" + receipt.text("id");
        settled(at);
        return at;
    }

    private void settled(String at) {
        await().atMost(Duration.ofSeconds(120))
                .until(() ->
                        !List.of("RECEIVED", "READING").contains(admin().get(at).text("state")));
    }

    /** 0 when the document is not found. */
    private int pageOf(String query, String at) {
        for (JsonNode hit : admin().get("/api/v1/search?q=" + query).json().get("hits")) {
            if (hit.get("id").asString().equals(id(at))) {
                return hit.get("page").asInt();
            }
        }
        return 0;
    }

    private static List<Integer> rotations(byte[] pdf) throws IOException {
        List<Integer> rotations = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getPages().forEach(page -> rotations.add(page.getRotation()));
        }
        return rotations;
    }

    private static String id(String at) {
        return at.substring(at.lastIndexOf('/') + 1);
    }

    private static String word() {
        return "seite" + UUID.randomUUID().toString().replaceAll("\\d|-", "");
    }
}
