package io.liasse.caseapi.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as problem details (RFC 9457). {@code type} is stable; {@code detail} may change its words. {@code reference}
 * names a log line and stands only on errors that are ours.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String reference,
        List<FieldProblem> errors) {
    /** What is wrong with one field of a request. */
    public record FieldProblem(String field, String message) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(ProblemKind kind, @Nullable String detail) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, null, List.of());
    }

    static Problem ofField(String field, String message) {
        return ofFields(List.of(new FieldProblem(field, message)));
    }

    static Problem ofFields(List<FieldProblem> errors) {
        ProblemKind kind = ProblemKind.INVALID;
        return new Problem(kind.type(), kind.title(), kind.status(), null, null, errors);
    }

    Problem withReference(String name) {
        return new Problem(type, title, status, detail, name, errors);
    }

    static Problem unknown(String reference) {
        ProblemKind kind = ProblemKind.INTERNAL;
        return new Problem(kind.type(), kind.title(), kind.status(), null, reference, List.of());
    }
}
