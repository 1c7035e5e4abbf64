package io.liasse.caseapi.casework.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.store.access.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Time and costs by REST. */
class CostApiTest extends RunningLiasse {
    private Caller manager() {
        return nobody().signedInAs(people().named("cosima", Role.CASE_MANAGER).username(), PASSWORD);
    }

    private String open() {
        Answer opened = manager().post("/api/v1/cases", "{\"title\": \"Case with costs\", \"parties\": []}");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return "/api/v1/cases/" + opened.text("reference");
    }

    private static Answer done(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    @Test
    void areSaidChangedTakenOutAndPutBack() {
        String path = open();
        Caller caller = manager();
        Answer call = done(
                caller.post(
                        path + "/costs",
                        "{\"what\": \"Call\", \"minutes\": 90, \"perHour\": 120, \"spentOn\": \"2026-07-01\"}"),
                201);
        assertThat(call.json().at("/amount").asDouble()).isEqualTo(180);
        assertThat(call.text("currency")).isEqualTo("CHF");
        done(caller.post(path + "/costs", "{\"what\": \"Train\", \"amount\": 45.60}"), 201);
        done(caller.put(path + "/costs/budget", "{\"amount\": 1000}"), 200);
        JsonNode overview = caller.get(path + "/overview").json();
        assertThat(overview.at("/costs/0/kind").asString()).isEqualTo("TIME");
        assertThat(overview.at("/costs/0/minutes").asInt()).isEqualTo(90);
        assertThat(overview.at("/costs/1/amount").asDouble()).isEqualTo(45.6);
        assertThat(overview.at("/costs/2/kind").asString()).isEqualTo("BUDGET");
        String itself = call.header("Location");
        assertThat(caller.with("If-Match", "\"99\"").delete(itself).status()).isEqualTo(412);
        Caller knowing = caller.with("If-Match", call.header("ETag"));
        done(knowing.put(itself, "{\"what\": \"Long call\", \"minutes\": 120, \"perHour\": 120}"), 200);
        assertThat(knowing.delete(itself).status()).isEqualTo(412);
        Caller any = caller.with("If-Match", "*");
        assertThat(done(any.delete(itself), 200).text("removedBy")).isNotEmpty();
        assertThat(any.delete(itself).status()).isEqualTo(409);
        assertThat(caller.get(path + "/costs/totals").json().at("/minutes").asInt())
                .isZero();
        assertThat(caller.get(path + "/costs").json().at("/items").size()).isEqualTo(2);
        done(any.post(itself + "/restore", "{}"), 200);
        assertThat(caller.get(path + "/costs/totals").json().at("/sum").asDouble())
                .isEqualTo(285.6);
    }

    @Test
    void sayWhatIsWrong() {
        String path = open();
        Caller caller = manager();
        for (String body : new String[] {
            "{}",
            "{\"what\": \"x\"}",
            "{\"what\": \"x\", \"minutes\": 5}",
            "{\"what\": \"x\", \"minutes\": 5, \"amount\": 5}",
            "{\"what\": \"x\", \"minutes\": -5, \"perHour\": 5}",
            "{\"what\": \"x\", \"amount\": -5}",
            "{\"what\": \"x\", \"amount\": 1e999}",
            "{\"what\": \"x\", \"amount\": \"much\"}",
            "{\"what\": \"x\", \"amount\": 5, \"spentOn\": \"2026-02-31\"}",
            "{\"what\": \"x\", \"amount\": 5, \"document\": \"%s\"}".formatted(UUID.randomUUID())
        }) {
            Answer answer = caller.post(path + "/costs", body);
            assertThat(answer.status()).as(body + " " + answer).isEqualTo(400);
            assertThat(answer.header("Content-Type")).contains("problem+json");
        }
        assertThat(caller.put(path + "/costs/budget", "{\"amount\": -1}").status())
                .isEqualTo(400);
        assertThat(caller.get(path + "/costs?cursor=nonsense").status()).isEqualTo(400);
        assertThat(caller.get(path + "/costs/" + UUID.randomUUID()).status()).isEqualTo(404);
        Caller keyed = caller.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = done(keyed.post(path + "/costs", "{\"what\": \"Once\", \"amount\": 5}"), 201);
        assertThat(keyed.post(path + "/costs", "{\"what\": \"Once\", \"amount\": 5}")
                        .header("Location"))
                .isEqualTo(first.header("Location"));
    }
}
