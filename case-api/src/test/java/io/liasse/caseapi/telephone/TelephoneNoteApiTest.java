package io.liasse.caseapi.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Browser;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.store.access.Role;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TelephoneNoteApiTest extends RunningLiasse {
    private static final Duration READ = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Caller manager() {
        return nobody().signedInAs(people().named("tilda", Role.CASE_MANAGER).username(), PASSWORD);
    }

    private String open() {
        return made(manager().post("/api/v1/cases", """
                        {"title": "Case with calls", "parties": [{"name": "Keller Tosca"}]}
                        """)).text("reference");
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private static String note(Map<String, Object> more) {
        Map<String, Object> note = new HashMap<>(
                Map.of("name", "Anna Meier", "subject", "Return to work", "text", "She starts on Monday."));
        note.putAll(more);
        return JSON.writeValueAsString(note);
    }

    private JsonNode read(Caller caller, String document, String state) {
        await().atMost(READ).untilAsserted(() -> {
            Answer now = caller.get(document);
            assertThat(now.text("state")).as(now.toString()).isEqualTo(state);
        });
        return caller.get(document).json();
    }

    @Test
    void isReceivedReadFiledAndFound() {
        String reference = open();
        String path = "/api/v1/cases/" + reference;
        String party = manager()
                .get(path + "/participants")
                .json()
                .at("/items/0/party/id")
                .asString();
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        Answer posted = made(manager()
                .with("Accept-Language", "de")
                .post(
                        path + "/telephone-notes",
                        note(Map.of(
                                "participant",
                                party,
                                "number",
                                "+41 21 555 10 20",
                                "at",
                                "2026-03-31T14:05:00+02:00",
                                "text",
                                "Sie sagt " + word,
                                "toDo",
                                Map.of("what", "Call back " + word, "dueOn", "2031-04-01")))));
        assertThat(posted.text("state")).isEqualTo("RECEIVED");
        assertThat(posted.header("Location")).isEqualTo("/api/v1/documents/" + posted.text("id"));

        JsonNode document = read(manager(), posted.header("Location"), "FILED");
        assertThat(document.at("/case").asString()).isEqualTo(reference);
        assertThat(document.at("/type").asString()).isEqualTo("telephone-note");
        assertThat(document.at("/title").asString()).isEqualTo("Return to work");
        assertThat(document.at("/date").asString()).isEqualTo("2026-03-31");
        assertThat(document.at("/channel").asString()).isEqualTo("NOTE");
        assertThat(document.at("/mediaType").asString()).isEqualTo("text/html");
        JsonNode item = manager().get("/api/v1/items/" + posted.text("item")).json();
        assertThat(item.at("/sender").asString()).isEqualTo("Anna Meier, Keller Tosca, +41 21 555 10 20");
        String original = manager().get(posted.header("Location") + "/original").text();
        assertThat(original).contains("<html lang=", "Keller Tosca", "+41 21 555 10 20", reference, "Test tilda", word);
        assertThat(manager().get(posted.header("Location") + "/text").text()).contains(word, "Call back");

        JsonNode task = manager().get(path + "/tasks").json().at("/items/0");
        assertThat(task.at("/what").asString()).isEqualTo("Call back " + word);
        assertThat(task.at("/dueOn").asString()).isEqualTo("2031-04-01");
        assertThat(task.at("/document").asString()).isEqualTo(posted.text("id"));
        assertThat(task.at("/assignee").isNull()).isTrue();
        JsonNode noted =
                manager().get(path + "/timeline?action=TELEPHONE_NOTED").json().at("/items/0");
        assertThat(noted.at("/details/party").asString()).isEqualTo(party);
        assertThat(noted.at("/document").asString()).isEqualTo(posted.text("id"));
        await().atMost(READ)
                .untilAsserted(() -> assertThat(manager()
                                .get("/api/v1/search?q=" + word + "&kind=document")
                                .json()
                                .at("/hits/0/id")
                                .asString())
                        .isEqualTo(posted.text("id")));
    }

    @Test
    void ofNoCaseWaitsInTheInboxAndIsProposedOneByItsEvidence() {
        Answer plain = made(as(Role.CLERK).post("/api/v1/telephone-notes", note(Map.of("direction", "OUTGOING"))));
        JsonNode waiting = read(as(Role.CLERK), plain.header("Location"), "INBOX");
        assertThat(waiting.at("/type").asString()).isEqualTo("telephone-note");
        String reference = open();
        Answer named = made(
                as(Role.SUPERVISOR).post("/api/v1/telephone-notes", note(Map.of("text", "It is about " + reference))));
        assertThat(read(as(Role.SUPERVISOR), named.header("Location"), "FILED")
                        .at("/case")
                        .asString())
                .isEqualTo(reference);
        JsonNode line = null;
        for (JsonNode each :
                as(Role.SUPERVISOR).get("/api/v1/items/statement").json().at("/channels")) {
            line = each.at("/channel").asString().equals("NOTE") ? each : line;
        }
        assertThat(line).isNotNull();
        assertThat(line.at("/received").asLong()).isPositive();
        assertThat(line.at("/agrees").asBoolean()).as(line.toString()).isTrue();
        assertThat(as(Role.SUPERVISOR).get("/api/v1/items?channel=NOTE").text()).contains(plain.text("item"));
    }

    @Test
    void hostileTextComesOutAsItWasWritten() throws IOException {
        String subject = "<script>alert(1)</script> & \"Zürich\" 😀 שלום \u202Eneko";
        String start = "</div><img src=x onerror=alert(1)>\r\n\tGrüezi – ça va? 😀 مرحبا بالعالم\n\n&amp; %s {0}\n";
        String text = start + "Maßstab ".repeat(3000).substring(0, 19_000 - start.length()) + "endword";
        Answer posted = made(manager()
                .post("/api/v1/cases/" + open() + "/telephone-notes", note(Map.of("subject", subject, "text", text))));
        JsonNode document = read(manager(), posted.header("Location"), "FILED");
        assertThat(document.at("/title").asString()).isEqualTo(subject);
        assertThat(document.at("/pages").asInt()).isGreaterThan(2);
        assertThat(manager().get(posted.header("Location") + "/original").text())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<img");
        String read = manager().get(posted.header("Location") + "/text").text();
        assertThat(read)
                .contains(
                        "<script>alert(1)</script> & \"Zürich\" 😀 שלום",
                        "</div><img src=x onerror=alert(1)>",
                        "Grüezi – ça va? 😀 مرحبا بالعالم",
                        "&amp; %s {0}",
                        "endword");
        try (PDDocument pdf =
                Loader.loadPDF(manager().get(posted.header("Location") + "/pdf").bytes())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "Grüezi – ça va?", "endword");
        }
    }

    @Test
    void saysWhatIsWrong() {
        String path = "/api/v1/cases/" + open();
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "subject", " ",
                        "text", "x".repeat(20_001),
                        "name", "x".repeat(201),
                        "number", "1".repeat(51),
                        "at", OffsetDateTime.now().plusDays(2).toString(),
                        "direction", "SIDEWAYS",
                        "participant", UUID.randomUUID().toString(),
                        "toDo", Map.of("what", ""),
                        "unknown", "x")
                .entrySet()) {
            Answer answer = manager().post(path + "/telephone-notes", note(Map.of(wrong.getKey(), wrong.getValue())));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).contains("problem+json");
        }
        assertThat(manager()
                        .post("/api/v1/telephone-notes", "{\"subject\": \"x\", \"text\": \"x\"}")
                        .text())
                .contains("\"name\"");
        assertThat(manager()
                        .post(
                                "/api/v1/telephone-notes",
                                note(Map.of("participant", UUID.randomUUID().toString())))
                        .status())
                .isEqualTo(400);
        assertThat(manager().get(path + "/tasks").json().at("/items")).isEmpty();
        assertThat(manager()
                        .get(path + "/timeline?action=TELEPHONE_NOTED")
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void isTakenOnceWithOneKey() {
        String path = "/api/v1/cases/" + open();
        Caller keyed = manager().with("Idempotency-Key", UUID.randomUUID().toString());
        String body = note(Map.of("toDo", Map.of("what", "Once")));
        Answer first = made(keyed.post(path + "/telephone-notes", body));
        assertThat(made(keyed.post(path + "/telephone-notes", body)).text("id")).isEqualTo(first.text("id"));
        assertThat(keyed.post(path + "/telephone-notes", note(Map.of("text", "Another")))
                        .status())
                .isEqualTo(422);
        assertThat(manager().get(path + "/tasks").json().at("/items")).hasSize(1);
        read(manager(), first.header("Location"), "FILED");
    }

    @Test
    void aFormSentTwiceIsTakenOnceButNothingElseIsLost() {
        String path = "/cases/" + open();
        Browser person = browser();
        person.signIn("tilda", PASSWORD);
        Map<String, String> form = new HashMap<>(
                Map.of("name", "Anna", "subject", "Twice", "text", "x", "what", "Once", "at", "2026-01-02T03:04"));
        form.put("key", UUID.randomUUID().toString());
        String first = person.post(path + "/telephone-notes/new", form).header("Location");
        assertThat(first).contains("/documents/");
        assertThat(person.post(path + "/telephone-notes/new", form).header("Location"))
                .isEqualTo(first);
        assertThat(manager().get("/api/v1" + path + "/tasks").json().at("/items"))
                .hasSize(1);
        form.put("text", "Something else");
        assertThat(person.post(path + "/telephone-notes/new", form).header("Location"))
                .isNotEqualTo(first);
        form.put("at", "nonsense");
        Answer wrong = person.post(path + "/telephone-notes/new", form);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Something else", "at-error");
    }

    @Test
    void needsTheRightToWriteInAnOpenCase() {
        String reference = open();
        String path = "/api/v1/cases/" + reference;
        assertThat(as(Role.CLERK)
                        .post(path + "/telephone-notes", note(Map.of()))
                        .status())
                .isEqualTo(404);
        assertThat(as(Role.RECORDS_OFFICER)
                        .post(path + "/telephone-notes", note(Map.of()))
                        .status())
                .isEqualTo(403);
        Answer closed =
                manager().with("If-Match", manager().get(path).header("ETag")).patch(path, "{\"state\": \"CLOSED\"}");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
        assertThat(manager().post(path + "/telephone-notes", note(Map.of())).status())
                .isEqualTo(409);
    }
}
