package io.liasse.caseapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a request is told as a problem of the right status, and never as a fault of ours. */
class BadRequestTest extends RunningLiasse {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /api/v1/documents/not-an-id              |                        | 400 | id",
                "GET    | /api/v1/documents?state=LOST             |                        | 400 | state",
                "GET    | /api/v1/documents?limit=0                |                        | 400 | limit",
                "GET    | /api/v1/documents?limit=201              |                        | 400 | limit",
                "GET    | /api/v1/documents?limit=many             |                        | 400 | limit",
                "GET    | /api/v1/documents?cursor=nonsense        |                        | 400 | cursor",
                "GET    | /api/v1/documents?case=2026-000001-9     |                        | 400 | case",
                "GET    | /api/v1/items?channel=PIGEON             |                        | 400 | channel",
                "GET    | /api/v1/items/1                          |                        | 400 | id",
                "GET    | /api/v1/search?q=x&from=yesterday        |                        | 400 | from",
                "GET    | /api/v1/search?q=x&sort=best             |                        | 400 | sort",
                "GET    | /api/v1/search?q=x&limit=1000            |                        | 400 | limit",
                "GET    | /api/v1/search/suggest                   |                        | 400 | q",
                "GET    | /api/v1/parties                          |                        | 400 | q",
                "POST   | /api/v1/cases                            | {\"title\": }          | 400 | ''",
                "POST   | /api/v1/cases                            | ''                     | 400 | ''",
                "POST   | /api/v1/cases                            | []                     | 400 | ''",
                "POST   | /api/v1/cases                            | {}                     | 400 | title",
                "POST   | /api/v1/cases                            | {\"title\":\"x\",\"colour\":1} | 400 | colour",
                "POST   | /api/v1/cases                            | {\"title\":\"x\",\"type\":\"unheard of\"} | 400 | type",
                "POST   | /api/v1/cases                            | {\"title\":\"x\",\"manager\":\"nobody here\"} | 400 | manager",
                "POST   | /api/v1/cases                            | {\"title\":\"x\",\"parties\":[{\"name\":\"\"}]} | 400 | name",
                "POST   | /api/v1/cases                            | {\"title\":\"x\",\"parties\":[{\"id\":\"1\"}]} | 400 | parties[0].id",
                "POST   | /api/v1/cases                            | {\"title\":\"x\",\"parties\":[{\"name\":\"y\",\"birthDate\":\"31.3.1999\"}]} | 400 | parties[0].birthDate",
                "POST   | /api/v1/users                            | {\"username\":\"x\"}   | 400 | password",
                "POST   | /api/v1/users                            | {\"username\":\"x\",\"password\":\"short\"} | 400 | password",
                "POST   | /api/v1/tokens                           | {\"name\":\"x\",\"expiresAt\":\"soon\"} | 400 | expiresAt",
                "GET    | /api/v1/cases/2026-000001-9              |                        | 404 | ''",
                "GET    | /api/v1/cases/nonsense                   |                        | 404 | ''",
                "GET    | /api/v1/nothing/here                     |                        | 404 | ''",
                "DELETE | /api/v1/cases                            |                        | 405 | ''",
                "PUT    | /api/v1/me                               | {}                     | 405 | ''",
            })
    void isToldAsAProblem(String method, String path, String body, int status, String field) {
        Answer answer = admin().send(method, path, body == null ? "" : body, body == null ? "" : "application/json");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("type")).startsWith("urn:liasse:problem:");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        if (!field.isEmpty()) {
            assertThat(answer.json().at("/errors/0/field").asString())
                    .as(answer.toString())
                    .isEqualTo(field);
        }
    }

    @Test
    void namesNoClassesOfOurs() {
        Answer answer = admin().post("/api/v1/cases", "{\"title\": {\"x\": 1}, \"sealed\": \"perhaps\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("io.liasse").doesNotContain("java.");
    }

    @Test
    void answersNotFoundForWhatDoesNotExist() {
        for (String path : new String[] {"documents", "items", "parties", "users"}) {
            Answer answer = admin().get("/api/v1/" + path + "/" + UUID.randomUUID());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        }
    }

    @Test
    void takesDocumentsAsFormsOnly() {
        assertThat(admin().post("/api/v1/documents", "{}").status()).isEqualTo(415);
        assertThat(admin().send("POST", "/api/v1/documents", "x", "").status()).isEqualTo(415);
        assertThat(admin().send("POST", "/api/v1/documents", "not a form", "multipart/form-data; boundary=b")
                        .status())
                .isEqualTo(400);
        assertThat(admin().send("POST", "/api/v1/documents", "not a form", "multipart/form-data")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void saysWhichPartOfAFormIsWrong() {
        assertThat(fieldOf(Multipart.fields(Map.of("title", "x")))).isEqualTo("file");
        assertThat(fieldOf(form(Map.of("date", "31.3.2026")))).isEqualTo("date");
        assertThat(fieldOf(form(Map.of("language", "rm")))).isEqualTo("language");
        assertThat(fieldOf(form(Map.of("type", "unheard of")))).isEqualTo("type");
        assertThat(fieldOf(form(Map.of("colour", "blue")))).isEqualTo("colour");
        assertThat(fieldOf(form(Map.of("title", "x".repeat(201))))).isEqualTo("title");
    }

    private String fieldOf(Multipart form) {
        Answer answer = admin().upload("/api/v1/documents", form);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        return answer.json().at("/errors/0/field").asString();
    }

    private static Multipart form(Map<String, String> fields) {
        return Multipart.of("a.txt", "text".getBytes(StandardCharsets.UTF_8), "text/plain", fields);
    }

    @Test
    void refusesKeysThatAreTooLong() {
        Answer answer = admin().with("Idempotency-Key", "k".repeat(201)).post("/api/v1/cases", "{\"title\": \"x\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        Answer answer = admin().post("/api/v1/cases", "{\"title\": \"" + "x".repeat(2_000_000) + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
        assertThat(answer.text("type")).isEqualTo("urn:liasse:problem:too-large");
    }

    @Test
    void saysWhichMethodsThereAre() {
        assertThat(admin().delete("/api/v1/cases").header("Allow"))
                .contains("GET")
                .contains("POST");
    }

    @Test
    void answersAddressesThatAreNoneWithoutAFault() {
        for (String path : new String[] {"/api/v1/documents/%00", "/api/v1//me", "/api/v1/..%2fme", "/api/v1/me;x=y"}) {
            assertThat(admin().get(path).status()).as(path).isBetween(400, 499);
        }
    }
}
