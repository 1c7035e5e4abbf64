package io.liasse.caseapi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.store.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Links between cases by REST. */
class LinkApiTest extends RunningLiasse {
    private Caller manager() {
        return nobody().signedInAs(
                        people().named("linda-links", Role.CASE_MANAGER).username(), PASSWORD);
    }

    private String open(String title) {
        Answer opened = manager().post("/api/v1/cases", "{\"title\": \"%s\", \"parties\": []}".formatted(title));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return opened.text("reference");
    }

    private static Answer done(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    @Test
    void areMadeSeenFromBothAndTakenAway() {
        String one = open("Accident");
        String other = open("Pension");
        String path = "/api/v1/cases/" + one;
        Caller caller = manager();
        String body = "{\"case\": \"%s\", \"kind\": \"FOLLOWS\", \"note\": \"after the accident\"}".formatted(other);
        Answer made = done(caller.with("Idempotency-Key", "link-once").post(path + "/links", body), 201);
        assertThat(done(caller.with("Idempotency-Key", "link-once").post(path + "/links", body), 201)
                        .text("id"))
                .isEqualTo(made.text("id"));
        done(caller.post(path + "/links", body), 409);
        assertThat(caller.get(made.header("Location")).text("title")).isEqualTo("Pension");
        JsonNode seen =
                caller.get("/api/v1/cases/" + other + "/overview").json().at("/links/0");
        assertThat(seen.get("case").asString()).isEqualTo(one);
        assertThat(seen.get("kind").asString()).isEqualTo("FOLLOWED_BY");
        assertThat(caller.get(path + "/links/same-people").json().at("/items").size())
                .isZero();
        done(caller.delete(made.header("Location")), 204);
        done(caller.delete(made.header("Location")), 404);
        assertThat(caller.get(path + "/links").json().at("/items").size()).isZero();
    }

    @Test
    void sayWhatIsWrong() {
        String one = open("Alone");
        String path = "/api/v1/cases/" + one + "/links";
        refused(path, "{}", "case");
        refused(path, "{\"case\": \"nonsense\"}", "case");
        refused(path, "{\"case\": \"%s\"}".formatted(one), "case");
        refused(path, "{\"case\": \"2026-999999-0\"}", "case");
        refused(path, "{\"case\": \"%s\", \"kind\": \"LIKES\"}".formatted(one), "kind");
        refused(path, "{\"case\": \"%s\", \"note\": \"%s\"}".formatted(one, "ß".repeat(501)), "note");
        assertThat(manager().get(path + "/nonsense").status()).isIn(400, 404);
    }

    private void refused(String path, String body, String field) {
        Answer answer = manager().post(path, body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).as(body).isEqualTo(field);
    }
}
