package io.liasse.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running program as an external system sees it: its REST interface. */
final class Program {
    private static final String BOUNDARY = "liasse-demonstration-boundary";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String address;
    private final String authorization;

    Program(String address, String user, String password) {
        this.address = address;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    void awaitReady() throws InterruptedException {
        while (!isReady()) {
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest question =
                HttpRequest.newBuilder(URI.create(address + "/actuator/health")).build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    boolean hasCases() throws IOException, InterruptedException {
        return !get("/api/v1/cases?limit=1").get("items").isEmpty();
    }

    /** The same program as another user sees it. */
    Program as(String user, String password) {
        return new Program(address, user, password);
    }

    void create(DemoUser user) throws IOException, InterruptedException {
        send("POST", "/api/v1/users", user);
    }

    /** Opens a case and gives its reference. */
    String open(DemoCase demoCase) throws IOException, InterruptedException {
        return send("POST", "/api/v1/cases", demoCase).get("reference").asString();
    }

    void moveTo(String reference, String phase) throws IOException, InterruptedException {
        send("PATCH", "/api/v1/cases/" + reference, Map.of("phase", phase));
    }

    void note(String reference, String text) throws IOException, InterruptedException {
        send("POST", "/api/v1/cases/" + reference + "/notes", Map.of("text", text));
    }

    void close(String reference) throws IOException, InterruptedException {
        send("PATCH", "/api/v1/cases/" + reference, Map.of("state", "CLOSED"));
    }

    /** How many documents there are, those still being read left out. */
    int documentsRead() throws IOException, InterruptedException {
        return get("/api/v1/documents?limit=100&state=INBOX&state=FILED&state=FAILED&state=NEEDS_PASSWORD")
                .get("items")
                .size();
    }

    void post(String fileName, byte[] content) throws IOException, InterruptedException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        BodyPublisher body = BodyPublishers.ofByteArrays(List.of(
                head.getBytes(StandardCharsets.UTF_8),
                content,
                ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8)));
        answer(request("/api/v1/documents")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET());
    }

    /** The demonstration knows of no one else who changes something, so any version will do. */
    private JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.header("Authorization", authorization).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
    }
}
