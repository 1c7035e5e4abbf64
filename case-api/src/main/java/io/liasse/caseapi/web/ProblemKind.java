package io.liasse.caseapi.web;

import java.util.Locale;

/** The kinds of problems a caller may meet; the type of each is {@code urn:liasse:problem:} and its name with hyphens. */
public enum ProblemKind {
    INVALID(400, "The request cannot be understood"),
    NOT_SIGNED_IN(401, "Sign in first"),
    NOT_ALLOWED(403, "Not allowed"),
    FORGED(403, "The token against forged requests is missing or wrong"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "The method is not supported here"),
    NOT_ACCEPTABLE(406, "No representation that would be accepted"),
    CONFLICT(409, "The present state does not admit this"),
    STALE(412, "Changed in between"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    RANGE_NOT_SATISFIABLE(416, "The range lies outside"),
    KEY_REUSED(422, "The idempotency key was used for another request"),
    VERSION_REQUIRED(428, "State the version you know in If-Match"),
    TOO_MANY_FAILURES(429, "Too many failed sign-ins; wait"),
    INTERNAL(500, "Something went wrong here"),
    BUSY(503, "Try again later");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public String type() {
        return "urn:liasse:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public int status() {
        return status;
    }
}
