package io.liasse.caseapi.casework.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.store.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Consents and what was told under them, by REST. */
class ConsentApiTest extends RunningLiasse {
    private Caller manager() {
        return nobody().signedInAs(
                        people().named("connie-consents", Role.CASE_MANAGER).username(), PASSWORD);
    }

    private static Answer done(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    private String person(String name) {
        return done(manager().post("/api/v1/parties", "{\"name\": \"%s\"}".formatted(name)), 201)
                .text("id");
    }

    private String open(String client) {
        Answer opened = manager()
                .post(
                        "/api/v1/cases",
                        "{\"title\": \"Case with consents\", \"parties\": [{\"id\": \"%s\"}]}".formatted(client));
        return "/api/v1/cases/" + done(opened, 201).text("reference");
    }

    @Test
    void areGivenAskedWithdrawnAndTold() {
        String anna = person("Anna Consent");
        String doctor = person("Dr. Consent");
        String path = open(anna);
        Caller caller = manager();
        String told = """
                {"to": "%s", "what": "Report", "categories": ["HEALTH"], "on": "2026-07-02", "way": "MAIL"%s}""";
        Answer refused = done(caller.post(path + "/disclosures", told.formatted(doctor, "")), 400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("basis");
        assertThat(refused.text()).contains("HEALTH");
        done(caller.post(path + "/disclosures", told.formatted(doctor, ", \"basis\": \"Article 32\"")), 201);

        String consent = """
                {"from": "%s", "purpose": "Return to work", "categories": ["HEALTH", "WORK"],
                 "recipients": ["%s"], "validFrom": "2026-07-01"}""".formatted(anna, doctor);
        Answer given = done(caller.with("Idempotency-Key", "consent-once").post(path + "/consents", consent), 201);
        assertThat(caller.with("Idempotency-Key", "consent-once")
                        .post(path + "/consents", consent)
                        .text("id"))
                .isEqualTo(given.text("id"));
        assertThat(given.text("standing")).isEqualTo("HOLDS");
        assertThat(given.text("form")).isEqualTo("WRITTEN");
        Answer covered = done(caller.post(path + "/disclosures", told.formatted(doctor, "")), 201);
        assertThat(covered.json().at("/consents/0").asString()).isEqualTo(given.text("id"));
        assertThat(caller.get(path + "/overview")
                        .json()
                        .at("/consents/0/purpose")
                        .asString())
                .isEqualTo("Return to work");

        String itself = given.header("Location");
        assertThat(caller.post(itself + "/withdraw", "{}").status()).isEqualTo(428);
        assertThat(caller.with("If-Match", "\"99\"")
                        .post(itself + "/withdraw", "{}")
                        .status())
                .isEqualTo(412);
        Answer gone = done(
                caller.with("If-Match", given.header("ETag"))
                        .post(itself + "/withdraw", "{\"on\": \"2026-07-03\", \"why\": \"Changed my mind\"}"),
                200);
        assertThat(gone.json().at("/toTell/0/name").asString()).isEqualTo("Dr. Consent");
        done(caller.with("If-Match", "*").post(itself + "/withdraw", "{}"), 409);
        Answer after = done(caller.post(itself + "/told", "{\"recipient\": \"%s\"}".formatted(doctor)), 200);
        assertThat(after.json().at("/toTell").size()).isZero();
        Answer back = done(caller.with("If-Match", "*").post(itself + "/restore", "{}"), 200);
        assertThat(back.json().get("withdrawal").isNull()).isTrue();
        JsonNode listed = caller.get(path + "/disclosures").json().get("items");
        assertThat(listed.size()).isEqualTo(2);
        assertThat(caller.get(path + "/consents").json().get("items").size()).isEqualTo(1);
    }

    @Test
    void sayWhatIsWrong() {
        String anna = person("Berta Consent");
        String path = open(anna);
        refused(path + "/consents", "{}", "from");
        refused(path + "/consents", "{\"from\": \"%s\"}".formatted(anna), "purpose");
        String begun = "{\"from\": \"%s\", \"purpose\": \"x\", ".formatted(anna);
        refused(path + "/consents", begun + "\"recipients\": []}", "categories");
        refused(path + "/consents", begun + "\"categories\": [null]}", "categories");
        refused(path + "/consents", begun + "\"categories\": [\"SECRETS\"]}", "categories");
        refused(path + "/consents", begun + "\"categories\": [\"WORK\"]}", "recipients");
        refused(path + "/consents", begun + "\"categories\": [\"WORK\"], \"recipients\": []}", "recipients");
        String whole = begun + "\"categories\": [\"WORK\"], \"recipients\": [\"%s\"], ".formatted(anna);
        refused(path + "/consents", whole + "\"validFrom\": \"soon\"}", "validFrom");
        refused(
                path + "/consents",
                whole + "\"validFrom\": \"2026-07-02\", \"validUntil\": \"2026-07-01\"}",
                "validUntil");
        refused(path + "/consents", whole + "\"document\": \"0198c0de-0000-7000-8000-000000000000\"}", "document");
        refused(path + "/disclosures", "{}", "to");
        refused(
                path + "/disclosures",
                "{\"to\": \"%s\", \"what\": \"%s\", \"categories\": [\"WORK\"]}".formatted(anna, "ü".repeat(501)),
                "what");
    }

    private void refused(String path, String body, String field) {
        Answer answer = manager().post(path, body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).as(body).startsWith(field);
    }
}
