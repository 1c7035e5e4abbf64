package io.liasse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface as an external system uses it. Safe for several threads. */
final class Client {
    private static final String BOUNDARY = "liasse-bench-boundary";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String address;
    private final String authorization;

    private Client(String address, String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    static Client withPassword(String address, String password) {
        byte[] credentials = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
        return new Client(address, "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** The same user with a token made for it, as systems sign in: nobody hashes a password at each request. */
    Client withToken() {
        JsonNode token = answer(HttpRequest.newBuilder(URI.create(address + "/api/v1/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\": \"bench\"}")));
        return new Client(address, "Bearer " + token.get("secret").asString());
    }

    void awaitReady(Process program) throws InterruptedException {
        while (!isReady()) {
            if (!program.isAlive()) {
                throw new IllegalStateException("the program ended while starting; see program.log in its home");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest page =
                HttpRequest.newBuilder(URI.create(address + "/sign-in")).build();
        try {
            return http.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Posts a document and gives its id. */
    String post(String name, byte[] content) {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        JsonNode receipt = answer(HttpRequest.newBuilder(URI.create(address + "/api/v1/documents"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofByteArray(end))));
        return receipt.get("id").asString();
    }

    String post(Path file) {
        try {
            return post(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether any item still waits to be read. */
    boolean isReading() {
        return !get("/api/v1/items?state=RECEIVED&limit=1").get("items").isEmpty();
    }

    /** How many items are not read yet, at most 20. */
    int reading() {
        return get("/api/v1/items?state=RECEIVED&limit=20").get("items").size();
    }

    void awaitAllRead() throws InterruptedException {
        while (isReading()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    String state(String document) {
        return get("/api/v1/documents/" + document).get("state").asString();
    }

    String text(String document) {
        return send(HttpRequest.newBuilder(URI.create(address + "/api/v1/documents/" + document + "/text")));
    }

    /** The searchable rendition. */
    byte[] pdf(String document) {
        return bytes(HttpRequest.newBuilder(URI.create(address + "/api/v1/documents/" + document + "/pdf")));
    }

    JsonNode search(String words) {
        return get("/api/v1/search?limit=20&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    JsonNode command(String path) {
        return answer(HttpRequest.newBuilder(URI.create(address + path)).POST(BodyPublishers.noBody()));
    }

    JsonNode send(String path, Object body) {
        return answer(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
    }

    private JsonNode answer(HttpRequest.Builder request) {
        String answer = send(request);
        return answer.isBlank() ? json.createObjectNode() : json.readTree(answer);
    }

    private String send(HttpRequest.Builder request) {
        return new String(bytes(request), StandardCharsets.UTF_8);
    }

    private byte[] bytes(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(
                    request.header("Authorization", authorization).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
