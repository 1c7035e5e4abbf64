package io.liasse.caseapi.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CorrectionApiTest extends RunningLiasse {
    @Test
    void correctsAPageAndGivesBothTexts() {
        String document = read("Sehr geehrter Herr Mü1ler, wir kommen morgen.");
        String page = document + "/pages/1/text";
        Answer before = admin().get(page);
        assertThat(before.json().get("corrected").asBoolean()).isFalse();
        String read = before.text("text");
        assertThat(read).contains("Mü1ler");

        Answer put = put(page, before.header("ETag"), "{\"text\": \"Sehr geehrter Herr Müller, wir kommen morgen.\"}");
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
        assertThat(put.header("ETag")).isNotEqualTo(before.header("ETag"));
        Answer after = admin().get(page);
        assertThat(after.text("text")).contains("Müller");
        assertThat(after.text("read")).isEqualTo(read);
        JsonNode said = after.json().get("history").get(0);
        assertThat(said.get("version").asInt()).isEqualTo(1);
        assertThat(said.get("by").asString()).isNotEmpty();

        Answer whole = admin().get(document + "/text");
        assertThat(whole.text()).contains("Müller").doesNotContain("Mü1ler");
        assertThat(whole.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(admin().with("If-None-Match", whole.header("ETag"))
                        .get(document + "/text")
                        .status())
                .isEqualTo(304);
        Answer part = admin().with("Range", "bytes=0-3").get(document + "/text");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("Sehr");
        assertThat(admin().get(document + "/text?as=read").text()).contains("Mü1ler");
        assertThat(admin().get(document + "/text?as=guessed").status()).isEqualTo(400);
    }

    @Test
    void givesACorrectedWordThePlaceOfTheWordThatWasRead() {
        String document = read("Rechnung von Brurner AG");
        JsonNode read = word(document, "Brurner");
        assertThat(read.get("corrected").asBoolean()).isFalse();
        put(document + "/pages/1/text", "*", "{\"text\": \"Rechnung von der Brunner AG\"}");
        JsonNode corrected = word(document, "Brunner");
        assertThat(corrected.get("read").asString()).isEqualTo("Brurner");
        assertThat(corrected.get("corrected").asBoolean()).isTrue();
        assertThat(corrected.get("places")).isEqualTo(read.get("places"));
        assertThat(read.get("places").get(0).get("width").asDouble()).isBetween(0.01, 0.5);
        assertThat(word(document, "der").get("places").size()).isZero();
    }

    @Test
    void refusesWhatIsStaleOrNoText() {
        String page = read("Ein Text") + "/pages/1/text";
        String tag = admin().get(page).header("ETag");
        assertThat(admin().put(page, "{\"text\": \"x\"}").status()).isEqualTo(428);
        assertThat(put(page, tag, "{\"text\": \"Erstens\"}").status()).isEqualTo(200);
        Answer stale = put(page, tag, "{\"text\": \"Zweitens\"}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("type")).isEqualTo("urn:liasse:problem:stale");
        Answer control = put(page, "*", "{\"text\": \"a\\u0007b\"}");
        assertThat(control.status()).isEqualTo(400);
        assertThat(control.json().get("errors").get(0).get("field").asString()).isEqualTo("text");
        for (String body : new String[] {"{}", "{\"text\": \"x\", \"version\": 1}", "{\"version\": 99}", "[]", "{"}) {
            assertThat(put(page, "*", body).status()).as(body).isEqualTo(400);
        }
        assertThat(put(page, "*", "{\"text\": \"" + "x".repeat(100_001) + "\"}").status())
                .isEqualTo(400);
        assertThat(put(page, "*", "{\"text\": \"\"}").status()).isEqualTo(200);
        assertThat(admin().get(page).text("text")).isEmpty();
        assertThat(put(page, "*", "{\"version\": 0}").json().get("corrected").asBoolean())
                .isFalse();
        assertThat(put(page, "*", "{\"version\": 1}").text("text")).isEqualTo("Erstens");
        assertThat(admin().get(page.replace("/1/", "/2/")).status()).isEqualTo(404);
        assertThat(admin().get(page.replace("/1/text", "/0/words")).status()).isEqualTo(404);
    }

    private JsonNode word(String document, String text) {
        for (JsonNode each : admin().get(document + "/pages/1/words").json().get("words")) {
            if (each.get("text").asString().equals(text)) {
                return each;
            }
        }
        throw new AssertionError(text + " is not on the page");
    }

    private Answer put(String path, String ifMatch, String body) {
        return admin().with("If-Match", ifMatch).put(path, body);
    }

    private String read(String text) {
        Answer posted = admin().upload(
                        "/api/v1/documents",
                        Multipart.of("brief.txt", text.getBytes(StandardCharsets.UTF_8), "text/plain", Map.of()));
        String path = posted.header("Location");
        assertThat(admin().get(path + "/events").text()).contains("\"INBOX\"");
        return path;
    }
}
