package io.liasse.caseapi.testing;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program answered. */
public final class Answer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpResponse<byte[]> response;

    Answer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    /** The first value of a header; empty text when it is absent. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** A text of the JSON body by the names that lead to it; empty text when absent. */
    public String text(String... path) {
        JsonNode node = json();
        for (String name : path) {
            node = node.path(name);
        }
        return node.asString("");
    }

    /** What stands in a failed assertion. */
    @Override
    public String toString() {
        return response.request().method() + " " + response.uri().getPath() + " answered " + status() + " " + text();
    }
}
