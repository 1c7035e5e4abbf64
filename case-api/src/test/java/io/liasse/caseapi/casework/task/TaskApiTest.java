package io.liasse.caseapi.casework.task;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.store.access.Role;
import io.liasse.store.database.Cursor;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TaskApiTest extends RunningLiasse {
    private Caller manager() {
        return nobody().signedInAs(people().named("tamara", Role.CASE_MANAGER).username(), PASSWORD);
    }

    private String open() {
        Answer opened = manager().post("/api/v1/cases", "{\"title\": \"Case with tasks\"}");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return "/api/v1/cases/" + opened.text("reference");
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    @Test
    void areSaidTakenHandedOnAndEnded() {
        String path = open();
        Caller caller = manager();
        Answer added = made(caller.post(path + "/tasks", "{\"what\": \"Call the clinic\", \"dueOn\": \"2020-01-02\"}"));
        assertThat(added.json().at("/overdue").asBoolean()).isTrue();
        assertThat(added.json().at("/assignee").isNull()).isTrue();
        String itself = added.header("Location");
        Answer taken = caller.post(itself + "/take", "{}");
        assertThat(taken.json().at("/assignee/name").asString()).isEqualTo("Test tamara");
        String supervisor = people().named("task-supervisor", Role.SUPERVISOR).username();
        assertThat(caller.put(itself, "{\"what\": \"x\"}").status()).isEqualTo(428);
        Answer handed = caller.with("If-Match", taken.header("ETag"))
                .put(itself, "{\"what\": \"Call again\", \"assignee\": \"%s\"}".formatted(supervisor));
        assertThat(handed.json().at("/dueOn").isNull()).as(handed.toString()).isTrue();
        assertThat(caller.post(itself + "/take", "{}").status()).isEqualTo(412);
        assertThat(caller.with("If-Match", taken.header("ETag"))
                        .post(itself + "/end", "{}")
                        .status())
                .isEqualTo(412);
        Answer done = caller.with("If-Match", "*").post(itself + "/end", "{\"outcome\": \"They send it\"}");
        assertThat(done.text("state")).isEqualTo("DONE");
        assertThat(done.json().at("/ending/outcome").asString()).isEqualTo("They send it");
        assertThat(caller.with("If-Match", "*").post(itself + "/end", "{}").status())
                .isEqualTo(409);
        assertThat(caller.get(path + "/tasks").json().at("/items/0/state").asString())
                .isEqualTo("DONE");
        assertThat(caller.with("If-Match", "*").post(itself + "/reopen", "{}").text("state"))
                .isEqualTo("OPEN");
    }

    @Test
    void areDueInWorkingDays() {
        String path = open();
        Answer added = made(manager().post(path + "/tasks", "{\"what\": \"Soon\", \"inWorkingDays\": 10}"));
        LocalDate due = LocalDate.parse(added.text("dueOn"));
        assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(due).isAfterOrEqualTo(LocalDate.now().plusDays(13));
        JsonNode overview = manager().get(path + "/overview").json();
        assertThat(overview.at("/tasks/0/what").asString()).isEqualTo("Soon");
        assertThat(overview.at("/tasks/0/dueOn").asString()).isEqualTo(due.toString());
    }

    @Test
    void areListedByWhoseTheyAreAndOnACalendar() {
        String path = open();
        String word = "w" + UUID.randomUUID();
        Caller caller = manager();
        made(caller.post(
                path + "/tasks",
                "{\"what\": \"Mine %s\", \"assignee\": \"me\", \"dueOn\": \"2031-05-06\"}".formatted(word)));
        made(caller.post(path + "/tasks", "{\"what\": \"Nobody’s %s\", \"dueOn\": \"2019-05-06\"}".formatted(word)));
        assertThat(caller.get("/api/v1/tasks?limit=200").text())
                .contains("Mine " + word)
                .doesNotContain("Nobody’s " + word);
        assertThat(caller.get("/api/v1/tasks?of=nobody&limit=200").text())
                .contains("Nobody’s " + word)
                .doesNotContain("Mine " + word);
        assertThat(caller.get("/api/v1/tasks?of=all&limit=200").text())
                .contains("Nobody’s " + word)
                .contains("Mine " + word);
        assertThat(as(Role.EXTERNAL_SYSTEM)
                        .get("/api/v1/tasks?of=all&limit=200")
                        .text())
                .doesNotContain(word);
        Answer feed = caller.get("/api/v1/tasks/calendar.ics");
        assertThat(feed.header("Content-Type")).startsWith("text/calendar");
        List<VEvent> events = Biweekly.parse(feed.text()).first().getEvents();
        VEvent event = events.stream()
                .filter(each -> each.getSummary().getValue().equals("Mine " + word))
                .findFirst()
                .orElseThrow();
        assertThat(feed.text()).contains("DTSTART;VALUE=DATE:20310506");
        assertThat(event.getDescription().getValue()).contains("Case with tasks");
    }

    @Test
    void sayWhatIsWrong() {
        String path = open();
        Caller caller = manager();
        for (String body : new String[] {
            "{}",
            "{\"what\": \" \"}",
            "{\"what\": \"x\", \"assignee\": \"nobody-at-all\"}",
            "{\"what\": \"x\", \"assignee\": \"%s\"}"
                    .formatted(people().named("task-clerk", Role.CLERK).username()),
            "{\"what\": \"x\", \"inWorkingDays\": -1}",
            "{\"what\": \"x\", \"inWorkingDays\": 1, \"dueOn\": \"2026-01-01\"}",
            "{\"what\": \"x\", \"dueOn\": \"tomorrow\"}",
            "{\"what\": \"x\", \"document\": \"%s\"}".formatted(UUID.randomUUID())
        }) {
            Answer answer = caller.post(path + "/tasks", body);
            assertThat(answer.status()).as(body + " " + answer).isEqualTo(400);
            assertThat(answer.header("Content-Type")).contains("problem+json");
        }
        assertThat(caller.get("/api/v1/tasks?cursor=nonsense").status()).isEqualTo(400);
        for (String day : new String[] {"2026-99-99", "infinity-1", "+999999999-12-31", "'; drop table task; --"}) {
            String forged = Cursor.of(day, UUID.randomUUID()).toString();
            assertThat(caller.get("/api/v1/tasks?cursor=" + forged).status())
                    .as(day)
                    .isEqualTo(400);
        }
        assertThat(caller.get(path + "/tasks/" + UUID.randomUUID()).status()).isEqualTo(404);
        Caller keyed = caller.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = made(keyed.post(path + "/tasks", "{\"what\": \"Once\"}"));
        assertThat(keyed.post(path + "/tasks", "{\"what\": \"Once\"}").header("Location"))
                .isEqualTo(first.header("Location"));
    }
}
