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
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running program as an external system sees it: its REST interface. */
final class Program {
    private static final String BOUNDARY = "liasse-demonstration-boundary";

    private final HttpClient http = HttpClient.newHttpClient();
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

    /** Opens a case and gives its reference. */
    String open(DemoCase demoCase) throws IOException, InterruptedException {
        byte[] body = json.writeValueAsBytes(demoCase);
        return send("/api/v1/cases", "application/json", BodyPublishers.ofByteArray(body))
                .get("reference")
                .asString();
    }

    void post(String fileName, byte[] content) throws IOException, InterruptedException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        BodyPublisher body = BodyPublishers.ofByteArrays(List.of(
                head.getBytes(StandardCharsets.UTF_8),
                content,
                ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8)));
        send("/api/v1/documents", "multipart/form-data; boundary=" + BOUNDARY, body);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    private JsonNode send(String path, String contentType, BodyPublisher body)
            throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", contentType)
                .POST(body));
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.header("Authorization", authorization).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }
}
