package io.liasse.caseapi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.store.access.Role;
import io.liasse.store.casefile.CaseReference;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CaseApiTest extends RunningLiasse {
    @Test
    void opensACaseWithPartiesAndGivesItBack() {
        Answer opened = as(Role.CASE_MANAGER).post("/api/v1/cases", """
                {"type": "complaint", "title": "Wrong bill", "parties": [
                  {"name": "Meier Anna", "birthDate": "1980-02-29",
                   "identifiers": [{"scheme": "email", "value": "anna@example.org"}]},
                  {"name": "Helvetia", "kind": "organisation", "role": "insurer"}]}
                """);
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        String reference = opened.text("reference");
        assertThat(CaseReference.parse(reference)).isPresent();
        assertThat(opened.header("Location")).isEqualTo("/api/v1/cases/" + reference);
        assertThat(opened.header("ETag")).matches("\"\\d+\"");
        Answer read = as(Role.CASE_MANAGER).get("/api/v1/cases/" + reference);
        assertThat(read.text("title")).isEqualTo("Wrong bill");
        assertThat(read.text("type")).isEqualTo("complaint");
        assertThat(read.text("phase")).isEqualTo("intake");
        JsonNode participants = as(Role.CASE_MANAGER)
                .get("/api/v1/cases/" + reference + "/participants")
                .json()
                .get("items");
        assertThat(participants).hasSize(2);
        assertThat(participants.get(0).at("/role").asString()).isEqualTo("client");
        assertThat(participants.get(1).at("/party/kind").asString()).isEqualTo("ORGANISATION");
    }

    @Test
    void showsTheWholeCaseInOneAnswer() {
        Answer overview = admin().get("/api/v1/cases/" + open(admin(), "Whole") + "/overview");
        assertThat(overview.status()).isEqualTo(200);
        assertThat(overview.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "case",
                        "phase",
                        "attention",
                        "participants",
                        "goals",
                        "documents",
                        "tasks",
                        "consents",
                        "costs",
                        "links",
                        "dates");
        assertThat(overview.json().at("/phase/all")).hasSize(5);
        assertThat(overview.json().get("attention").toString()).contains("no-client");
    }

    @Test
    void changesACaseOnlyWithTheVersionThatIsKnown() {
        String path = "/api/v1/cases/" + open(admin(), "Old title");
        String version = admin().get(path).header("ETag");
        assertThat(admin().patch(path, "{\"title\": \"x\"}").status()).isEqualTo(428);
        Answer changed = admin().with("If-Match", version).patch(path, "{\"title\": \"New title\"}");
        assertThat(changed.text("title")).isEqualTo("New title");
        assertThat(changed.header("ETag")).isNotEqualTo(version);
        Answer stale = admin().with("If-Match", version).patch(path, "{\"title\": \"Lost\"}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("type")).isEqualTo("urn:liasse:problem:stale");
        assertThat(admin().with("If-None-Match", changed.header("ETag"))
                        .get(path)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void closesAndReopensACase() {
        String path = "/api/v1/cases/" + open(admin(), "To close");
        Answer closed = admin().with("If-Match", "*").patch(path, "{\"state\": \"CLOSED\"}");
        assertThat(closed.text("closedAt")).isNotEmpty();
        assertThat(admin().with("If-Match", "*")
                        .patch(path, "{\"state\": \"open\"}")
                        .text("state"))
                .isEqualTo("OPEN");
    }

    @Test
    void opensACaseOnceForOneKey() {
        Caller caller =
                as(Role.SUPERVISOR).with("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{\"title\": \"Once\", \"parties\": [{\"name\": \"Only One\"}]}";
        Answer first = caller.post("/api/v1/cases", body);
        Answer again = caller.post("/api/v1/cases", body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("reference")).isEqualTo(first.text("reference"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        Answer other = caller.post("/api/v1/cases", "{\"title\": \"Another\"}");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("urn:liasse:problem:key-reused");
    }

    @Test
    void forgetsAKeyWhoseRequestFailed() {
        Caller caller =
                as(Role.SUPERVISOR).with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(caller.post("/api/v1/cases", "{\"title\": \"\"}").status()).isEqualTo(400);
        assertThat(caller.post("/api/v1/cases", "{\"title\": \"Right now\"}").status())
                .isEqualTo(201);
    }

    @Test
    void listsCasesPageByPage() {
        String word = "pagination" + UUID.randomUUID().toString().substring(0, 8);
        for (int number = 0; number < 5; number++) {
            open(admin(), word + " " + number);
        }
        JsonNode first = admin().get("/api/v1/cases?limit=3&q=" + word).json();
        assertThat(first.get("items")).hasSize(3);
        JsonNode rest = admin().get("/api/v1/cases?limit=3&q=" + word + "&cursor="
                        + first.get("next").asString())
                .json();
        assertThat(rest.get("items")).hasSize(2);
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void namesTheManager() {
        Answer opened = as(Role.CASE_MANAGER).post("/api/v1/cases", "{\"title\": \"Mine\", \"manager\": \"me\"}");
        assertThat(opened.text("manager", "name")).isEqualTo("Test case-manager");
        JsonNode mine =
                as(Role.CASE_MANAGER).get("/api/v1/cases?manager=me&limit=200").json();
        assertThat(mine.get("items").toString()).contains(opened.text("reference"));
    }

    @Test
    void addsAndEndsParticipants() {
        String path = "/api/v1/cases/" + open(admin(), "People") + "/participants";
        Answer added = admin().post(path, "{\"name\": \"Rossi Mario\", \"role\": \"physician\"}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        String party = added.text("party", "id");
        assertThat(admin().delete(path + "/" + party + "?role=physician").status())
                .isEqualTo(204);
        assertThat(admin().get(path).json().at("/items/0/until").isNull()).isFalse();
    }

    @Test
    void givesAndTakesRights() {
        String path = "/api/v1/cases/" + open(admin(), "Rights");
        String clerk = people().with(Role.CLERK).id().toString();
        assertThat(as(Role.CLERK).get(path).status()).isEqualTo(404);
        assertThat(admin().put(path + "/rights/" + clerk, "{\"right\": \"READ\"}")
                        .status())
                .isEqualTo(204);
        assertThat(as(Role.CLERK).get(path).status()).isEqualTo(200);
        assertThat(as(Role.CLERK).post(path + "/notes", "{\"text\": \"no\"}").status())
                .isEqualTo(403);
        assertThat(admin().get(path + "/rights").json().get("items").toString()).contains(clerk);
        assertThat(admin().delete(path + "/rights/" + clerk).status()).isEqualTo(204);
        assertThat(as(Role.CLERK).get(path).status()).isEqualTo(404);
    }

    @Test
    void keepsNotesInTheTimeline() {
        String path = "/api/v1/cases/" + open(admin(), "Notes");
        assertThat(admin().post(path + "/notes", "{\"text\": \"Called her\"}").status())
                .isEqualTo(201);
        String timeline = admin().get(path + "/timeline").text();
        assertThat(timeline).contains("CASE_NOTED").contains("Called her").contains("CASE_OPENED");
        assertThat(timeline).doesNotContain("CASE_VIEWED");
    }

    @Test
    void tellsWhoLookedOnlyToThoseWhoAnswerForTheCase() {
        String path = "/api/v1/cases/" + open(admin(), "Looked at");
        admin().get(path);
        assertThat(admin().get(path + "/timeline?action=CASE_VIEWED").text()).contains("CASE_VIEWED");
        String clerk = people().with(Role.CLERK).id().toString();
        admin().put(path + "/rights/" + clerk, "{\"right\": \"WRITE\"}");
        assertThat(as(Role.CLERK).get(path + "/timeline?action=CASE_VIEWED").status())
                .isEqualTo(403);
        assertThat(as(Role.RECORDS_OFFICER)
                        .get(path + "/timeline?action=CASE_VIEWED")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void looksPartiesUpAndChangesThem() {
        Answer created = admin().post("/api/v1/parties", "{\"name\": \"Quastenflosser Zoe\", \"language\": \"de\"}");
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(admin().get("/api/v1/parties?q=quastenfl")
                        .json()
                        .at("/items/0/name")
                        .asString())
                .isEqualTo("Quastenflosser Zoe");
        Answer changed = admin().with("If-Match", created.header("ETag"))
                .patch(created.header("Location"), "{\"place\": \"Bern\"}");
        assertThat(changed.text("place")).isEqualTo("Bern");
        assertThat(changed.text("name")).isEqualTo("Quastenflosser Zoe");
    }

    private static String open(Caller caller, String title) {
        Answer opened = caller.post("/api/v1/cases", "{\"title\": \"" + title + "\"}");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return opened.text("reference");
    }
}
