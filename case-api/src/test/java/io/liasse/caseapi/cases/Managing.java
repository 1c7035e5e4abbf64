package io.liasse.caseapi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.Multipart;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A case manager who makes cases by the interface, for the screens to show. */
record Managing(Caller caller) {
    /** Opens a case with its client and gives its reference. */
    String open(String title, String client) {
        return ok(caller.post("/api/v1/cases", """
                {"type": "case-management", "title": "%s", "manager": "me", "parties": [
                  {"name": "%s", "birthDate": "1971-04-12", "place": "Lausanne", "language": "fr",
                   "identifiers": [{"scheme": "ahv", "value": "756.1234.5678.97"},
                                   {"scheme": "email", "value": "anna.meier@example.org"}]}]}""".formatted(title, client))).text("reference");
    }

    void moveTo(String reference, String phase) {
        ok(caller.with("If-Match", "*").patch("/api/v1/cases/" + reference, "{\"phase\": \"%s\"}".formatted(phase)));
    }

    /** Gives the case participants, a note, a later phase and two documents. */
    void fill(String reference) {
        String path = "/api/v1/cases/" + reference;
        ok(caller.post(path + "/participants", """
                {"role": "physician", "kind": "organisation", "name": "Hôpital universitaire, neurologie",
                 "place": "Genève", "identifiers": [{"scheme": "email", "value": "neuro@example.org"}]}"""));
        ok(caller.post(path + "/participants", """
                {"role": "employer", "kind": "organisation", "name": "Bühler Feinmechanik AG", "place": "Uzwil"}"""));
        ok(caller.post(path + "/notes", "{\"text\": \"Called the client: she would like to start in September.\"}"));
        moveTo(reference, "planning");
        upload(reference, "Rapport de sortie.txt", "La patiente a récupéré une grande partie du langage.");
        upload(reference, "Arbeitsversuch mit angepasster Tätigkeit, Bericht.txt", "Der Verlauf ist erfreulich.");
    }

    void upload(String reference, String name, String text) {
        Map<String, String> fields = Map.of("case", reference);
        ok(caller.upload(
                "/api/v1/documents", Multipart.of(name, text.getBytes(StandardCharsets.UTF_8), "text/plain", fields)));
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }
}
