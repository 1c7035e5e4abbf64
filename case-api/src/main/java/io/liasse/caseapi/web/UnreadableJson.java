package io.liasse.caseapi.web;

import io.liasse.store.InvalidInput;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says which field of a JSON body cannot be used, and why, without naming classes. */
final class UnreadableJson {
    private UnreadableJson() {}

    static Problem problem(HttpMessageNotReadableException unreadable) {
        InvalidInput invalid = invalidInput(unreadable);
        if (invalid != null) {
            return Problem.ofField(invalid.field(), String.valueOf(invalid.getMessage()));
        }
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> Problem.ofField(path(unknown), "is not known here");
            case InvalidFormatException wrong -> Problem.ofField(path(wrong), "cannot be read" + expected(wrong));
            case DatabindException wrong -> Problem.ofField(path(wrong), "is missing or has the wrong form");
            case null, default -> Problem.of(ProblemKind.INVALID, "The body is missing or not well-formed JSON");
        };
    }

    /** A record of ours that refused a value while the body was read. */
    private static @Nullable InvalidInput invalidInput(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInput invalid) {
                return invalid;
            }
        }
        return null;
    }

    private static String expected(InvalidFormatException wrong) {
        Class<?> type = wrong.getTargetType();
        return type != null && type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", ": one of ", ""))
                : "";
    }

    private static String path(JacksonException wrong) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
