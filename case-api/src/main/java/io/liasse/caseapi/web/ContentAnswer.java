package io.liasse.caseapi.web;

import io.liasse.store.object.ObjectStore;
import io.liasse.store.object.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Streams stored bytes to a client: entity tag (the SHA-256), conditional and range requests, a file name in any script
 * (RFC 6266), and headers under which a browser executes nothing. Thread-safe.
 */
@Component
public class ContentAnswer {
    private static final String INERT = "default-src 'none'; frame-ancestors 'self'";

    private final ObjectStore objects;

    ContentAnswer(ObjectStore objects) {
        this.objects = objects;
    }

    public void write(Content content, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(content, this::stored, request, response);
    }

    /** The same for bytes that are made for the answer. */
    public void write(
            byte[] bytes, String name, String mediaType, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Content content =
                new Content(Sha256.ofContent(bytes), bytes.length, name, mediaType, Content.Disposition.INLINE);
        Source source = (of, range) -> new ByteArrayInputStream(bytes, (int) range.first(), (int) range.length());
        write(content, source, request, response);
    }

    /** Where the bytes of a range come from. */
    private interface Source {
        InputStream open(Content content, Ranges range);
    }

    private InputStream stored(Content content, Ranges range) {
        return range.isWhole()
                ? objects.open(content.hash())
                : objects.open(content.hash(), range.first(), range.length());
    }

    private static void write(Content content, Source source, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = "\"" + content.hash() + "\"";
        headers(content, tag, response);
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return;
        }
        Ranges range = range(content, tag, request);
        if (!range.isWhole()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(HttpHeaders.CONTENT_RANGE, range.contentRange());
        }
        response.setContentType(content.safeType());
        response.setContentLengthLong(range.length());
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            try (InputStream bytes = source.open(content, range)) {
                bytes.transferTo(response.getOutputStream());
            }
        }
    }

    /** Rights may change, so a cache asks each time; the tag makes that cheap. A sandbox would keep PDF from showing. */
    private static void headers(Content content, String tag, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader("Content-Security-Policy", content.isPdf() ? INERT : INERT + "; sandbox");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(content));
    }

    private static String disposition(Content content) {
        ContentDisposition.Builder builder =
                content.isShown() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return builder.filename(content.name(), StandardCharsets.UTF_8).build().toString();
    }

    /** A part of what the client had before is of no use when it has changed since: then the whole. */
    private static Ranges range(Content content, String tag, HttpServletRequest request) {
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        boolean same = condition == null || condition.strip().equals(tag);
        return same ? Ranges.of(request.getHeader(HttpHeaders.RANGE), content.size()) : Ranges.whole(content.size());
    }
}
