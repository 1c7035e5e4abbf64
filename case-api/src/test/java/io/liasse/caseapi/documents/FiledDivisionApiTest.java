package io.liasse.caseapi.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.store.access.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FiledDivisionApiTest extends RunningLiasse {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String NOBODY = "0198c0de-0000-7000-8000-000000000000";

    @Test
    void dividesAFiledDocumentAndFindsWhatWasMade() throws IOException {
        String word = word();
        String reference = openCase();
        String at = filed(reference, word + "alpha", word + "beta", word + "gamma");
        await().atMost(SOON).until(() -> hits(word + "beta").equals(List.of(id(at))));
        String tag = admin().get(at).header("ETag");
        assertThat(ordered(at + "/split", "{\"at\":[2]}", tag).text("case")).isEqualTo(reference);
        settled(at);
        JsonNode whole = admin().get(at).json();
        assertThat(whole.get("state").asString()).isEqualTo("DIVIDED");
        assertThat(whole.get("case").asString()).isEqualTo(reference);
        List<String> made = made(at);
        assertThat(made).hasSize(2);
        for (String each : made) {
            JsonNode part = admin().get("/api/v1/documents/" + each).json();
            assertThat(part.get("state").asString()).isEqualTo("FILED");
            assertThat(part.get("case").asString()).isEqualTo(reference);
            assertThat(part.at("/sources/0/document").asString()).isEqualTo(id(at));
        }
        assertThat(listed(reference)).containsExactlyInAnyOrderElementsOf(made);
        await().atMost(SOON).until(() -> hits(word + "beta").equals(List.of(made.getLast())));
        assertThat(hits(word + "alpha")).containsExactly(made.getFirst());
        assertThat(admin().get("/api/v1/cases/" + reference + "/timeline").text())
                .contains("DIVISION_ORDERED", "DOCUMENT_DIVIDED", "DOCUMENT_MADE");
        assertThat(admin().get("/api/v1/documents/" + made.getFirst() + "/filing")
                        .status())
                .isEqualTo(200);

        assertThat(admin().post(at + "/undivide", "{}").text("state")).isEqualTo("FILED");
        await().atMost(SOON).until(() -> hits(word + "beta").equals(List.of(id(at))));
        assertThat(hits(word + "alpha")).containsExactly(id(at));
        assertThat(listed(reference)).containsExactly(id(at));
        assertThat(admin().post(at + "/undivide", "{}").status()).isEqualTo(409);
        assertThat(admin().get("/api/v1/documents/" + made.getFirst()).status()).isEqualTo(404);
    }

    @Test
    void putsDocumentsOfOneCaseTogetherAndNoOthers() throws IOException {
        String reference = openCase();
        String first = filed(reference, "alpha");
        String second = filed(reference, "beta");
        String elsewhere = filed(openCase(), "gamma");
        refused(second + "/merge", "{\"with\":[\"%s\"]}".formatted(id(elsewhere)));
        String thrown = filed(reference, "delta");
        assertThat(admin().delete(thrown).status()).isEqualTo(204);
        refused(second + "/merge", "{\"with\":[\"%s\"]}".formatted(id(thrown)));
        assertThat(admin().with("If-Match", "\"1\"")
                        .post(second + "/merge", "{\"with\":[\"%s\"]}".formatted(id(first)))
                        .status())
                .isEqualTo(412);
        ordered(second + "/merge", "{\"with\":[\"%s\"]}".formatted(id(first)), "*");
        settled(second);
        String whole = made(first).getFirst();
        assertThat(admin().get("/api/v1/documents/" + whole + "/text").text().split("\f"))
                .extracting(String::strip)
                .containsExactly("beta", "alpha");
        assertThat(listed(reference)).containsExactly(whole);
        assertThat(admin().post("/api/v1/documents/" + whole + "/tags", "{\"add\": []}")
                        .status())
                .isEqualTo(200);
        ordered("/api/v1/documents/" + whole + "/rotate", "{\"pages\":[1],\"degrees\":90}", "*");
        settled("/api/v1/documents/" + whole);
        Answer late = admin().post(first + "/undivide", "{}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("detail").asString()).contains("changed since");
    }

    @Test
    void refusesWhoMayNotAndWhatMakesNoSense() throws IOException {
        String reference = openCase();
        String at = filed(reference, "alpha", "beta");
        Caller outsider = as(Role.CASE_MANAGER);
        assertThat(outsider.post(at + "/split", "{\"at\":[2]}").status()).isEqualTo(404);
        assertThat(outsider.post(at + "/undivide", "{}").status()).isEqualTo(404);
        assertThat(as(Role.RECORDS_OFFICER).post(at + "/split", "{\"at\":[2]}").status())
                .isEqualTo(403);
        assertThat(as(Role.RECORDS_OFFICER)
                        .post(at + "/merge", "{\"with\":[\"%s\"]}".formatted(NOBODY))
                        .status())
                .isEqualTo(403);
        for (String body : List.of(
                "{\"at\":[1]}",
                "{\"at\":[3]}",
                "{\"at\":[]}",
                "{\"at\":[null]}",
                "{\"at\":[99999999999]}",
                "{\"at\":\"x\"}",
                "[]",
                "{")) {
            assertThat(admin().post(at + "/split", body).status()).as(body).isEqualTo(400);
        }
        for (String body : List.of(
                "{\"with\":[\"%s\"]}".formatted(id(at)),
                "{\"with\":[\"%s\"]}".formatted(NOBODY),
                "{\"with\":[\"x\"]}",
                "{\"with\":[null]}",
                "{\"with\":[%s]}".formatted("\"%s\",".formatted(NOBODY).repeat(101) + "\"" + NOBODY + "\""))) {
            assertThat(admin().post(at + "/merge", body).status()).as(body).isEqualTo(400);
        }
        assertThat(admin().get(at).text("state")).isEqualTo("FILED");
        assertThat(admin().with("If-Match", "*")
                        .patch("/api/v1/cases/" + reference, "{\"state\": \"CLOSED\"}")
                        .status())
                .isEqualTo(200);
        Answer closed = admin().post(at + "/split", "{\"at\":[2]}");
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.json().get("detail").asString()).contains("closed");
    }

    private void refused(String path, String body) {
        Answer answer = admin().post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("with");
    }

    private Answer ordered(String path, String body, String tag) {
        Answer answer = admin().with("If-Match", tag).post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.text("state")).isEqualTo("RECEIVED");
        return answer;
    }

    private String openCase() {
        return admin().post(
                        "/api/v1/cases",
                        "{\"type\": \"case-management\", \"title\": \"Divided by programs\", \"manager\": \"me\"}")
                .text("reference");
    }

    private String filed(String reference, String... pages) throws IOException {
        Answer receipt = admin().upload(
                        "/api/v1/documents",
                        Multipart.of("scan.pdf", Letters.pdf(pages), "application/pdf", Map.of("case", reference)));
        String at = "/api/v1/documents/" + receipt.text("id");
        settled(at);
        assertThat(admin().get(at).text("state")).isEqualTo("FILED");
        return at;
    }

    private void settled(String at) {
        await().atMost(Duration.ofSeconds(120))
                .until(() ->
                        !List.of("RECEIVED", "READING").contains(admin().get(at).text("state")));
    }

    private List<String> made(String at) {
        return ids(admin().get(at).json().get("made"));
    }

    private List<String> listed(String reference) {
        return ids(
                admin().get("/api/v1/cases/" + reference + "/documents").json().get("items"));
    }

    private List<String> hits(String query) {
        return ids(admin().get("/api/v1/search?kind=DOCUMENT&q=" + query).json().get("hits"));
    }

    private static List<String> ids(JsonNode nodes) {
        return nodes.valueStream().map(each -> each.get("id").asString()).toList();
    }

    private static String id(String at) {
        return at.substring(at.lastIndexOf('/') + 1);
    }

    private static String word() {
        return "geteilt" + UUID.randomUUID().toString().replaceAll("\\d|-", "");
    }
}
