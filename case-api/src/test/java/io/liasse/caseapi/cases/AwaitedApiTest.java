package io.liasse.caseapi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.store.access.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AwaitedApiTest extends RunningLiasse {
    private String open(String title) {
        Answer opened = as(Role.CASE_MANAGER).post("/api/v1/cases", """
                {"title": "%s", "parties": [{"name": "Hôpital de Fribourg", "kind": "organisation", "role": "provider"}]}
                """.formatted(title));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return "/api/v1/cases/" + opened.text("reference");
    }

    private String hospital(String path) {
        return as(Role.CASE_MANAGER)
                .get(path + "/participants")
                .json()
                .at("/items/0/party/id")
                .asString();
    }

    @Test
    void addsListsAndChangesWhatIsAwaited() {
        String path = open("Awaiting");
        Caller caller = as(Role.CASE_MANAGER);
        Answer added = caller.post(path + "/awaited", """
                {"what": "Discharge report", "from": "%s", "type": "medical-report",
                 "askedOn": "2020-01-02", "dueOn": "2020-02-01"}""".formatted(hospital(path)));
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(path + "/awaited/" + added.text("id"));
        JsonNode one = caller.get(path + "/awaited").json().at("/items/0");
        assertThat(one.at("/what").asString()).isEqualTo("Discharge report");
        assertThat(one.at("/from/name").asString()).isEqualTo("Hôpital de Fribourg");
        assertThat(one.at("/state").asString()).isEqualTo("OPEN");
        assertThat(one.at("/overdue").asBoolean()).isTrue();
        String itself = added.header("Location");
        assertThat(caller.patch(itself, "{\"dueOn\": \"2999-01-01\"}").status()).isEqualTo(428);
        assertThat(caller.with("If-Match", added.header("ETag"))
                        .patch(itself, "{\"dueOn\": \"2099-01-01\"}")
                        .json()
                        .at("/overdue")
                        .asBoolean())
                .isFalse();
        Answer stale = caller.with("If-Match", added.header("ETag")).patch(itself, "{\"state\": \"GIVEN_UP\"}");
        assertThat(stale.status()).isEqualTo(412);
        Answer givenUp = caller.with("If-Match", "*").patch(itself, "{\"state\": \"GIVEN_UP\"}");
        assertThat(givenUp.text("state")).isEqualTo("GIVEN_UP");
        assertThat(caller.get(itself).header("ETag")).isEqualTo(givenUp.header("ETag"));
    }

    @Test
    void saysWhatIsWrong() {
        String path = open("Wrong");
        Caller caller = as(Role.CASE_MANAGER);
        for (String body : new String[] {
            "{}",
            "{\"what\": \" \"}",
            "{\"what\": \"x\", \"type\": \"no-type\"}",
            "{\"what\": \"x\", \"from\": \"%s\"}".formatted(UUID.randomUUID())
        }) {
            assertThat(caller.post(path + "/awaited", body).status()).as(body).isEqualTo(400);
        }
        String itself = caller.post(path + "/awaited", "{\"what\": \"Report\"}").header("Location");
        Caller knowing = caller.with("If-Match", "*");
        assertThat(knowing.patch(itself, "{\"state\": \"ARRIVED\"}").status()).isEqualTo(400);
        assertThat(knowing.patch(itself, "{\"document\": \"%s\"}".formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(400);
        assertThat(knowing.patch(itself, "{\"what\": \"x\", \"state\": \"OPEN\"}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.get(path + "/awaited/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(as(Role.RECORDS_OFFICER)
                        .post(path + "/awaited", "{\"what\": \"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void addsOnceForOneKey() {
        String path = open("Once");
        Caller caller =
                as(Role.CASE_MANAGER).with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = caller.post(path + "/awaited", "{\"what\": \"Report\"}");
        assertThat(caller.post(path + "/awaited", "{\"what\": \"Report\"}").text("id"))
                .isEqualTo(first.text("id"));
        assertThat(as(Role.CASE_MANAGER).get(path + "/awaited").json().get("items"))
                .hasSize(1);
    }
}
