package io.liasse.caseapi.web;

import io.liasse.caseapi.web.Problem.FieldProblem;
import io.liasse.caseapi.web.Ranges.UnsatisfiableRange;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.object.ObjectStoreFailure;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** The one list of which exception becomes which problem; what is not on it is a fault of ours. */
final class Problems {
    private Problems() {}

    /** Empty when the exception is none that a caller can do something about. */
    static Optional<Problem> of(Throwable thrown) {
        Problem problem = switch (thrown) {
            case NotFound absent -> Problem.of(ProblemKind.NOT_FOUND, null);
            case NotAllowed refused -> Problem.of(ProblemKind.NOT_ALLOWED, refused.getMessage());
            case AccessDeniedException refused -> Problem.of(ProblemKind.NOT_ALLOWED, null);
            case Conflict conflict ->
                Problem.of(conflict.stale() ? ProblemKind.STALE : ProblemKind.CONFLICT, conflict.getMessage());
            case Refusal refusal -> Problem.of(refusal.kind(), refusal.getMessage());
            case UnsatisfiableRange outside -> Problem.of(ProblemKind.RANGE_NOT_SATISFIABLE, null);
            case InvalidInput invalid -> ofInvalid(invalid);
            case HttpMessageNotReadableException unreadable -> UnreadableJson.problem(unreadable);
            case MissingServletRequestParameterException missing ->
                Problem.ofField(missing.getParameterName(), "is missing");
            case MissingServletRequestPartException missing ->
                Problem.ofField(missing.getRequestPartName(), "is missing");
            case MissingRequestHeaderException missing -> Problem.ofField(missing.getHeaderName(), "is missing");
            case MethodArgumentTypeMismatchException wrong ->
                Problem.ofField(wrong.getName(), "cannot be read: " + expected(wrong));
            case MethodArgumentNotValidException invalid -> ofBinding(invalid.getBindingResult());
            case BindException invalid -> ofBinding(invalid.getBindingResult());
            case HandlerMethodValidationException invalid -> ofParameters(invalid);
            case MaxUploadSizeExceededException tooLarge -> Problem.of(ProblemKind.TOO_LARGE, null);
            case MultipartException broken -> ofMultipart(broken);
            case ObjectStoreFailure down -> Problem.of(ProblemKind.BUSY, null);
            case DataAccessResourceFailureException down -> Problem.of(ProblemKind.BUSY, null);
            case CannotCreateTransactionException down -> Problem.of(ProblemKind.BUSY, null);
            case TransientDataAccessException down -> Problem.of(ProblemKind.BUSY, null);
            case ErrorResponse known -> ofStatus(known.getStatusCode());
            default -> null;
        };
        return Optional.ofNullable(problem);
    }

    private static Problem ofInvalid(InvalidInput invalid) {
        return Problem.ofField(invalid.field(), String.valueOf(invalid.getMessage()));
    }

    private static String expected(TypeMismatchException wrong) {
        Class<?> type = wrong.getRequiredType();
        if (type != null && type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        return type == null ? "it has another form" : "it has not the form of a " + type.getSimpleName();
    }

    private static Problem ofBinding(BindingResult result) {
        return Problem.ofFields(
                result.getAllErrors().stream().map(Problems::fieldProblem).toList());
    }

    private static FieldProblem fieldProblem(ObjectError error) {
        String message = error instanceof FieldError field && field.isBindingFailure()
                ? "cannot be read"
                : String.valueOf(error.getDefaultMessage());
        return new FieldProblem(error instanceof FieldError field ? field.getField() : "", message);
    }

    private static Problem ofParameters(HandlerMethodValidationException invalid) {
        return Problem.ofFields(invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList());
    }

    private static Problem ofMultipart(MultipartException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().endsWith("SizeLimitExceededException")) {
                return Problem.of(ProblemKind.TOO_LARGE, null);
            }
        }
        return Problem.of(ProblemKind.INVALID, "The body is not well-formed multipart/form-data");
    }

    static Problem ofStatus(HttpStatusCode status) {
        for (ProblemKind kind : ProblemKind.values()) {
            if (kind.status() == status.value()) {
                return Problem.of(kind, null);
            }
        }
        return Problem.of(status.is4xxClientError() ? ProblemKind.INVALID : ProblemKind.BUSY, null);
    }
}
