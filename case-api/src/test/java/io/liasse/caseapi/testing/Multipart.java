package io.liasse.caseapi.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A form with one file, as programs and browsers send it (RFC 7578). */
public final class Multipart {
    private static final String BOUNDARY = "liasse-test-boundary";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private Multipart() {}

    public static Multipart of(Path file, String mediaType, Map<String, String> fields) {
        try {
            return of(file.getFileName().toString(), Files.readAllBytes(file), mediaType, fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Multipart of(String name, byte[] content, String mediaType, Map<String, String> fields) {
        Multipart form = fields(fields);
        form.part("name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: " + mediaType, content);
        return form;
    }

    /** A form without a file. */
    public static Multipart fields(Map<String, String> fields) {
        Multipart form = new Multipart();
        fields.forEach((name, value) -> form.part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        return form;
    }

    String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    BodyPublisher publisher() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return BodyPublishers.ofByteArray(whole.toByteArray());
    }

    private void part(String disposition, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
