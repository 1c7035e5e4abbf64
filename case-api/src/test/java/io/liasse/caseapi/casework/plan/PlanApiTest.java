package io.liasse.caseapi.casework.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.store.access.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlanApiTest extends RunningLiasse {
    private String open() {
        Answer opened = as(Role.CASE_MANAGER).post("/api/v1/cases", """
                        {"title": "Return to work", "parties": [{"name": "Anna Meier", "kind": "person", "role": "client"}]}
                        """);
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return "/api/v1/cases/" + opened.text("reference");
    }

    private String client(String path) {
        return as(Role.CASE_MANAGER)
                .get(path + "/participants")
                .json()
                .at("/items/0/party/id")
                .asString();
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    @Test
    void holdsGoalsMeasuresAndWhatWasAgreed() {
        String path = open();
        Caller caller = as(Role.CASE_MANAGER);
        assertThat(caller.get(path + "/plan").json().at("/goals").size()).isZero();
        Answer main = made(caller.post(path + "/plan/goals", """
                {"what": "Works half-time", "need": "Income", "horizon": "LONG", "priority": 1, "dueOn": "2020-09-30",
                 "indicator": {"text": "Workload", "unit": "%", "start": 20, "target": 50}}"""));
        assertThat(main.text("level")).isEqualTo("MAIN");
        Answer part = made(caller.post(
                path + "/plan/goals",
                "{\"what\": \"Workplace adapted\", \"parent\": \"%s\"}".formatted(main.text("id"))));
        assertThat(part.text("level")).isEqualTo("PARTIAL");
        Answer measure = made(caller.post(main.header("Location") + "/measures", """
                {"what": "Speech therapy", "who": "%s", "place": "Valmont", "how": "twice a week",
                 "startsOn": "2026-05-01", "endsOn": "2026-07-15", "cost": {"amount": 4800, "currency": "CHF"}}""".formatted(client(path))));
        assertThat(measure.json().at("/cost/amount").decimalValue()).isEqualByComparingTo("4800");
        Answer measured = done(caller.with("If-Match", main.header("ETag"))
                .post(main.header("Location") + "/values", "{\"value\": 35, \"on\": \"2026-06-01\"}"));
        assertThat(measured.json().at("/percent").asInt()).isEqualTo(50);

        Answer settled = made(caller.post(
                path + "/plan/versions",
                "{\"reason\": \"First plan\", \"agreed\": [\"%s\"], \"reviewOn\": \"2099-01-01\"}"
                        .formatted(client(path))));
        assertThat(settled.json().at("/number").asInt()).isEqualTo(1);
        done(caller.with("If-Match", "*")
                .put(part.header("Location"), "{\"what\": \"Workplace adapted\", \"dueOn\": \"2026-08-12\"}"));
        JsonNode plan = caller.get(path + "/plan").json();
        assertThat(plan.at("/goals/0/measures/0/who/name").asString()).isEqualTo("Anna Meier");
        assertThat(plan.at("/goals/1/parent").asString()).isEqualTo(main.text("id"));
        assertThat(plan.at("/agreed/agreed/0/name").asString()).isEqualTo("Anna Meier");
        assertThat(plan.at("/sinceAgreed/0/fields/0/name").asString()).isEqualTo("dueOn");
        assertThat(plan.at("/sinceAgreed/0/fields/0/after").asString()).isEqualTo("2026-08-12");
        JsonNode kept = caller.get(settled.header("Location")).json();
        assertThat(kept.at("/goals/1/dueOn").isNull()).isTrue();
        assertThat(kept.at("/differences").size()).isEqualTo(3);
        assertThat(caller.get(path + "/plan/versions")
                        .json()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("First plan");

        JsonNode overview = caller.get(path + "/overview").json();
        assertThat(overview.at("/goals/0/what").asString()).isEqualTo("Works half-time");
        assertThat(overview.at("/goals/0/percent").asInt()).isEqualTo(50);
    }

    @Test
    void assessesGivesUpAndTakesThatBack() {
        String path = open();
        Caller caller = as(Role.CASE_MANAGER);
        Answer goal = made(caller.post(path + "/plan/goals", "{\"what\": \"Drives again\"}"));
        String itself = goal.header("Location");
        assertThat(caller.post(itself + "/assessment", "{\"attained\": 0}").status())
                .isEqualTo(428);
        Caller knowing = caller.with("If-Match", "*");
        assertThat(knowing.post(itself + "/assessment", "{\"attained\": 1}").status())
                .isEqualTo(400);
        Answer assessed =
                done(knowing.post(itself + "/assessment", "{\"attained\": -1, \"explanation\": \"Only by day\"}"));
        assertThat(assessed.text("state")).isEqualTo("ASSESSED");
        assertThat(caller.get(path + "/plan").json().at("/tScore").asDouble()).isEqualTo(40);
        assertThat(caller.with("If-Match", goal.header("ETag"))
                        .post(itself + "/reopen", "{}")
                        .status())
                .isEqualTo(412);
        assertThat(done(knowing.post(itself + "/reopen", "{}")).text("state")).isEqualTo("OPEN");
        assertThat(knowing.post(itself + "/reopen", "{}").status()).isEqualTo(409);
        assertThat(knowing.post(itself + "/give-up", "{}").status()).isEqualTo(400);
        assertThat(done(knowing.post(itself + "/give-up", "{\"explanation\": \"No car\"}"))
                        .json()
                        .at("/ending/attained")
                        .isNull())
                .isTrue();
        assertThat(knowing.put(itself, "{\"what\": \"Otherwise\"}").status()).isEqualTo(409);
        assertThat(caller.get(path + "/overview").json().at("/goals").size()).isZero();
    }

    @Test
    void saysWhatIsWrong() {
        String path = open();
        Caller caller = as(Role.CASE_MANAGER);
        for (String body : new String[] {
            "{}",
            "[]",
            "{\"what\": \" \"}",
            "{\"what\": \"x\", \"priority\": 9}",
            "{\"what\": \"x\", \"horizon\": \"SOON\"}",
            "{\"what\": \"x\", \"parent\": \"%s\"}".formatted(UUID.randomUUID()),
            "{\"what\": \"x\", \"indicator\": {\"text\": \"Pain\"}}",
            "{\"what\": \"x\", \"indicator\": {\"text\": \"Pain\", \"start\": 1, \"target\": 1}}",
            "{\"what\": \"x\", \"indicator\": {\"text\": \"Pain\", \"start\": 1e400, \"target\": 1}}",
            "{\"what\": \"x\", \"settlement\": \"of no conflict\"}"
        }) {
            Answer answer = caller.post(path + "/plan/goals", body);
            assertThat(answer.status()).as(body + " " + answer).isEqualTo(400);
            assertThat(answer.header("Content-Type")).contains("problem+json");
        }
        String goal =
                made(caller.post(path + "/plan/goals", "{\"what\": \"Works\"}")).header("Location");
        for (String body : new String[] {
            "{}",
            "{\"what\": \"x\", \"cost\": {\"amount\": 5}}",
            "{\"what\": \"x\", \"cost\": {\"amount\": -5, \"currency\": \"CHF\"}}",
            "{\"what\": \"x\", \"cost\": {\"amount\": 5, \"currency\": \"XYQ\"}}",
            "{\"what\": \"x\", \"who\": \"%s\"}".formatted(UUID.randomUUID()),
            "{\"what\": \"x\", \"startsOn\": \"2026-02-01\", \"endsOn\": \"2026-01-01\"}"
        }) {
            assertThat(caller.post(goal + "/measures", body).status()).as(body).isEqualTo(400);
        }
        for (String body : new String[] {
            "{}",
            "{\"reason\": \"x\", \"agreed\": []}",
            "{\"reason\": \"x\", \"agreed\": [null]}",
            "{\"reason\": \"x\", \"agreed\": [\"%s\"]}".formatted(UUID.randomUUID())
        }) {
            assertThat(caller.post(path + "/plan/versions", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(caller.get(path + "/plan/goals/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(caller.get(path + "/plan/versions/1").status()).isEqualTo(404);
        assertThat(caller.get(path + "/plan/versions/1?since=0").status()).isEqualTo(400);
    }

    @Test
    void isPostedOnceForOneKey() {
        String path = open();
        Caller keyed =
                as(Role.CASE_MANAGER).with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = made(keyed.post(path + "/plan/goals", "{\"what\": \"Once\"}"));
        assertThat(keyed.post(path + "/plan/goals", "{\"what\": \"Once\"}").header("Location"))
                .isEqualTo(first.header("Location"));
        assertThat(as(Role.CASE_MANAGER).get(path + "/plan").json().at("/goals").size())
                .isEqualTo(1);
    }
}
